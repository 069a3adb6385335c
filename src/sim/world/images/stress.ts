// polinux/stress and vish/stress: what the documentation shows limits on CPU and memory with.
import type { Image } from '../image.ts';
import { stress } from '../programs/stress.ts';
import { vishStress } from '../programs/vish-stress.ts';
import { busyboxPrograms, distributionFiles } from './distribution.ts';

export const stressImage: Image = {
  repositories: ['docker.io/polinux/stress', 'docker.io/progrium/stress'],
  exampleTag: 'latest',
  contents(tag, tools) {
    const programs = busyboxPrograms(tools);
    programs.set('stress', stress);
    return { command: ['stress'], programs, files: distributionFiles(`Alpine Linux ${tag}`) };
  },
};

export const vishStressImage: Image = {
  repositories: ['docker.io/vish/stress'],
  exampleTag: 'latest',
  contents: () => ({
    entrypoint: ['/stress', '-logtostderr'],
    programs: new Map([['/stress', vishStress]]),
  }),
};
