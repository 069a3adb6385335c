// nginx-slim: the nginx of the StatefulSet walk-throughs. Like nginx, with an entry point of its own and fewer words.
import type { Image } from '../image.ts';
import { isUsualTag } from '../tag.ts';
import { debianPrograms, distributionFiles } from './distribution.ts';
import { nginxContents } from './nginx.ts';

/** The versions of nginx in the tags of nginx-slim. */
const versions = new Map([
  ['0.8', '1.11.1'],
  ['0.9', '1.11.3'],
  ['0.21', '1.21.4'],
  ['0.24', '1.23.3'],
  ['0.27', '1.25.1'],
]);

export const nginxSlim: Image = {
  repositories: [
    'registry.k8s.io/nginx-slim',
    'k8s.gcr.io/nginx-slim',
    'gcr.io/google_containers/nginx-slim',
  ],
  exampleTag: '0.24',
  hasTag: (tag) => tag.startsWith('0.') && isUsualTag(tag),
  contents(tag, tools) {
    const { server, files } = nginxContents(versions.get(tag) ?? '1.25.1', { isTalkative: false });
    const programs = debianPrograms(tools, ['curl']);
    programs.set('nginx', server);
    return {
      command: ['nginx', '-g', 'daemon off;'],
      ports: [80],
      programs,
      files: distributionFiles('Debian GNU/Linux 12 (bookworm)', files),
    };
  },
};
