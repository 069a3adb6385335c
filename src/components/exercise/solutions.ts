/** The solutions: each file is loaded when a learner asks to see it, and not before. */
import type { FileList } from '../lab/protocol.ts';

const FILES: Readonly<Record<string, () => Promise<unknown>>> = import.meta.glob('/exercises/*/solution/*', {
  query: '?raw',
  import: 'default',
});

export async function solutionOf(exercise: string): Promise<FileList> {
  const prefix = `/exercises/${exercise}/solution/`;
  const paths = Object.keys(FILES).filter((path) => path.startsWith(prefix));
  return Promise.all(
    paths.sort().map(async (path) => [path.slice(prefix.length), String(await FILES[path]?.())] as const),
  );
}
