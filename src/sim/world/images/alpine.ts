// alpine: a small distribution built on BusyBox; its command is a shell.
import type { Image } from '../image.ts';
import { busyboxPrograms, distributionFiles } from './distribution.ts';

export const alpine: Image = {
  repositories: ['docker.io/library/alpine'],
  exampleTag: '3.20',
  newest: '3.23',
  contents: (tag, tools) => ({
    command: ['/bin/sh'],
    programs: busyboxPrograms(tools),
    files: distributionFiles(`Alpine Linux ${tag}`),
  }),
};
