// yes: writes the same line again and again until nobody reads it any more.
import { program } from './program.ts';

const chunkChars = 4096;
/** How long it takes over one chunk, at first and in the end: the first ones are for those who read a few lines only. */
const spellMs = { first: 100, last: 1000 };

export const yes = program(function* (process, args) {
  const { host, stdout } = process;
  const line = `${args.length > 0 ? args.join(' ') : 'y'}\n`;
  const chunk = line.repeat(Math.max(1, Math.floor(chunkChars / line.length)));
  for (let ms = spellMs.first; ; ms = Math.min(ms * 2, spellMs.last)) {
    stdout.write(chunk);
    const untilMs = host.now() + ms;
    while (host.now() < untilMs) yield { untilMs, isBusy: true };
  }
});
