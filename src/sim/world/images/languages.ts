// Images of programming languages. Of the languages they know next to nothing: see the program of each.
import type { Image } from '../image.ts';
import type { Program } from '../process.ts';
import { python } from '../programs/python.ts';
import { debianPrograms, distributionFiles } from './distribution.ts';

const versionInTag = /^\d+(?:\.\d+){0,2}/;

export const pythonImage: Image = {
  repositories: ['docker.io/library/python'],
  exampleTag: '3.12',
  newest: '3.14',
  contents(tag, tools) {
    const programs = debianPrograms(tools, tag.includes('slim') ? [] : ['curl', 'wget', 'ps']);
    const program = python(fullVersion(versionInTag.exec(tag)?.[0] ?? '3.12', '3.12.7'));
    programs.set('python3', program);
    programs.set('python', program);
    return { command: ['python3'], programs, files: distributionFiles('Debian GNU/Linux 12 (bookworm)') };
  },
};

export const nodeImage: Image = {
  repositories: ['docker.io/library/node'],
  exampleTag: '22',
  newest: '25',
  contents(tag, tools) {
    const programs = debianPrograms(tools, tag.includes('slim') ? [] : ['curl', 'wget', 'ps']);
    programs.set('node', node(fullVersion(versionInTag.exec(tag)?.[0] ?? '22', '22.11.0')));
    return { command: ['node'], programs, files: distributionFiles('Debian GNU/Linux 12 (bookworm)') };
  },
};

/** `3.12` as the version that the image is known to hold, `3.9` as 3.9.0. */
function fullVersion(asked: string, known: string): string {
  if (known === asked || known.startsWith(`${asked}.`)) return known;
  return [...asked.split('.'), '0', '0'].slice(0, 3).join('.');
}

function node(version: string): Program {
  // biome-ignore lint/correctness/useYield: it waits for nothing
  return function* ({ argv, stdout, stderr }) {
    if (argv[1] === '--version' || argv[1] === '-v') {
      stdout.write(`v${version}\n`);
      return 0;
    }
    stderr.write(
      "node: petset's node runs no scripts; use an image with an app in it, such as luksa/kubia\n",
    );
    return 1;
  };
}
