/** The folders of exercises/, as text, when the site is built. */
import type { FileList } from '../lab/protocol.ts';

const TEXTS: Readonly<Record<string, string>> = import.meta.glob('/exercises/*/{*.yaml,text/*,start/*}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What grading needs of an exercise: no solutions, no mistakes, by path relative to its folder. */
export function exerciseFiles(slug: string): FileList {
  const prefix = `/exercises/${slug}/`;
  return Object.entries(TEXTS)
    .filter(([path]) => path.startsWith(prefix))
    .map(([path, text]) => [path.slice(prefix.length), text] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
