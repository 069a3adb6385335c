/** What is wrong with a manifest as YAML, with its place, while somebody types. */
import type { HelpLanguage } from '../../sim/index.ts';
import { parseManifests } from '../../sim/index.ts';
import type { MarkView } from './frame.ts';
import type { RefusedWords } from './refused-words.ts';

/** `words` loads what there is to say, where there is a problem. */
export async function problemsOf(
  text: string,
  language: HelpLanguage,
  words: () => Promise<RefusedWords>,
): Promise<readonly MarkView[]> {
  const { error, repeatedKey } = parseManifests(text);
  if (error !== undefined)
    return (await words()).viewsOf({ source: '', text, at: '', said: error }, language);
  // Of a field that stands twice kubectl takes the last, and says nothing: the editor does.
  const repeated = repeatedKey();
  if (!repeated) return [];
  const { line, column, length } = repeated;
  const marked = (text.split('\n')[line - 1] ?? '').slice(column - 1, column - 1 + length);
  return [
    {
      line,
      column,
      marked,
      said: 'duplicated mapping key',
      advice: (await words()).onTwice(marked, language),
    },
  ];
}
