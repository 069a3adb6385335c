/** What is wrong with a manifest as YAML, with its place, while somebody types. */
import { loadAll, YAMLException } from 'js-yaml';
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
  const { error } = parseManifests(text);
  if (error !== undefined)
    return (await words()).viewsOf({ source: '', text, at: '', said: error }, language);
  const twice = givenTwice(text);
  if (twice === undefined) return [];
  return [{ ...twice, advice: (await words()).onTwice(twice.marked, language) }];
}

/** Of a field that stands twice kubectl takes the last, and says nothing: the editor does. */
function givenTwice(text: string): MarkView | undefined {
  try {
    loadAll(text, { maxDepth: 100, maxAliases: 100 });
    return undefined;
  } catch (error) {
    if (!(error instanceof YAMLException) || !error.reason.includes('duplicated mapping key'))
      return undefined;
    const { line = 0, column = 0 } = error.mark ?? {};
    const [marked = ''] = (text.split('\n')[line] ?? '').slice(column).split(':', 1);
    return { line: line + 1, column: column + 1, marked, said: error.reason };
  }
}
