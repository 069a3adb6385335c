/** What the editor says around its marks, in the page's language. */
import type { MarkWords } from './editor-marks.ts';
import type { Words } from './words.ts';
import { fill } from './words.ts';

export function markWords(words: Words): MarkWords {
  return {
    refused: words.refused,
    close: words.close,
    fix: (text) => fill(words.fix, { text }),
    goTo: (line) => fill(words.goTo, { line }),
  };
}
