// Distributions of Linux with nothing to run but a shell.
import { imageFrom } from '../defined-image.ts';

export const debian = imageFrom({
  name: 'debian',
  from: 'debian',
  command: ['bash'],
});

export const bash = imageFrom({
  name: 'bash',
  tools: ['bash'],
  command: ['bash'],
});

export const fedora = imageFrom({
  name: 'fedora',
  otherNames: ['rockylinux', 'almalinux', 'centos', 'amazonlinux', 'quay.io/centos/centos'],
  from: 'fedora',
  command: ['/bin/bash'],
});
