/**
 * Starlight loads the interface of its search with every page: more than all else that a page to read loads. Here
 * `src/components/site/late-search.ts` takes its place, which loads it once it is wanted.
 */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const REAL = '@pagefind/default-ui';
const STAND_IN = fileURLToPath(new URL('../../src/components/site/late-search.ts', import.meta.url));

export function lateSearch(): Plugin {
  return {
    name: 'petset:late-search',
    enforce: 'pre',
    resolveId: (source, importer) => (source === REAL && importer !== STAND_IN ? STAND_IN : undefined),
  };
}
