/** Serves the built course: the last part of `npm start`. `PORT` chooses another port. */
import { serveFolder } from './site/static-server.ts';

const port = Number(process.env.PORT ?? 4321);

try {
  const { url } = await serveFolder('dist', port);
  process.stdout.write(`\nPetset is at ${url} (Ctrl+C stops it)\n`);
} catch (error) {
  const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  process.stderr.write(
    isTaken
      ? `port ${port} is in use: stop what runs there, or choose another with PORT=4322 npm start\n`
      : `${error}\n`,
  );
  process.exitCode = 1;
}
