// luksa/batch-job: works for two minutes and ends well.
import type { Image } from '../image.ts';
import { busyboxPrograms, distributionFiles } from './distribution.ts';

const script = 'echo "$(date) Batch job starting"; sleep 120; echo "$(date) Finished succesfully"';

export const batchJob: Image = {
  repositories: ['docker.io/luksa/batch-job'],
  exampleTag: 'latest',
  contents: (tag, tools) => ({
    entrypoint: ['/bin/sh', '-c', script],
    programs: busyboxPrograms(tools),
    files: distributionFiles(`BusyBox ${tag}`),
  }),
};
