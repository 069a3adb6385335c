// Distributions of Linux with nothing to run but a shell.
import { imageFrom } from '../defined-image.ts';

export const debian = imageFrom({
  name: 'debian',
  from: 'debian',
  command: ['bash'],
});

/** What Kubernetes' own pods were built on: the one that empties a volume to be recycled still is. */
export const debianBase = imageFrom({
  name: 'registry.k8s.io/debian-base',
  otherNames: ['k8s.gcr.io/debian-base'],
  from: 'debian',
  command: ['/bin/sh'],
  tags: ['v2.0.0', 'v1.0.0', 'bullseye-v1.0.0', 'bookworm-v1.0.0'],
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
