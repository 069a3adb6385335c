// ubuntu: a shell and the tools of a minimal installation.
import type { Image } from '../image.ts';
import { isUsualTag } from '../tag.ts';
import { debianPrograms, distributionFiles } from './distribution.ts';

const releases = /^(?:devel|rolling|focal|jammy|noble|plucky|questing)\b/;

export const ubuntu: Image = {
  repositories: ['docker.io/library/ubuntu'],
  exampleTag: '24.04',
  newest: '26.04',
  hasTag: (tag) => isUsualTag(tag) || releases.test(tag),
  contents: (tag, tools) => ({
    command: ['/bin/bash'],
    programs: debianPrograms(tools, ['ps', 'top', 'free', 'watch']),
    files: distributionFiles(`Ubuntu ${tag}`),
  }),
};
