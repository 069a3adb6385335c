// pause: sleeps until it is asked to end. It holds nothing else, not even a shell.
import type { Image } from '../image.ts';
import type { Program } from '../process.ts';
import { runUntilAsked } from '../programs/run-until-asked.ts';
import { scratchFiles } from './distribution.ts';

const program: Program = (process) => runUntilAsked(process);

export const pause: Image = {
  repositories: ['registry.k8s.io/pause', 'k8s.gcr.io/pause', 'gcr.io/google_containers/pause'],
  exampleTag: '3.10',
  newest: '3.10',
  contents: () => ({
    entrypoint: ['/pause'],
    user: '65535:65535',
    programs: new Map([['/pause', program]]),
    files: scratchFiles(),
  }),
};
