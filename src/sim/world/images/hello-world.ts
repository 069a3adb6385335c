// hello-world: says hello and ends. It holds nothing else, not even a shell.
// Departs: the text is shorter than the real one.
import type { Image } from '../image.ts';
import type { Program } from '../process.ts';

// biome-ignore lint/correctness/useYield: it waits for nothing
const hello: Program = function* ({ stdout }) {
  stdout.write(
    '\nHello from Docker!\nThis message shows that your installation appears to be working correctly.\n\n',
  );
  return 0;
};

export const helloWorld: Image = {
  repositories: ['docker.io/library/hello-world'],
  exampleTag: 'latest',
  hasTag: (tag) => tag === 'latest' || tag === 'linux',
  contents: () => ({ command: ['/hello'], programs: new Map([['/hello', hello]]) }),
};
