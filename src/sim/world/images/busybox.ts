// busybox: a shell and small tools; its command is sh, which ends at once where nobody types.
import type { Image } from '../image.ts';
import { busyboxPrograms, distributionFiles } from './distribution.ts';

export const busybox: Image = {
  repositories: [
    'docker.io/library/busybox',
    'registry.k8s.io/busybox',
    'registry.k8s.io/e2e-test-images/busybox',
    'k8s.gcr.io/busybox',
    'gcr.io/google_containers/busybox',
  ],
  exampleTag: '1.36',
  newest: '1.37',
  contents: (tag, tools) => ({
    command: ['sh'],
    programs: busyboxPrograms(tools),
    files: distributionFiles(`BusyBox ${tag}`),
  }),
};
