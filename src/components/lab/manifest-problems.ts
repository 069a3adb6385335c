/** What is wrong with a manifest as YAML, with its place, while somebody types. */
import { loadAll, YAMLException } from 'js-yaml';
import type { HelpLanguage } from '../../sim/index.ts';
import { adviceText, marksOf, parseManifests } from '../../sim/index.ts';
import type { MarkView } from './frame.ts';
import { viewOf } from './refused-files.ts';

export function problemsOf(text: string, language: HelpLanguage): readonly MarkView[] {
  const { error } = parseManifests(text);
  if (error === undefined) return givenTwice(text, language);
  return marksOf({ source: '', text, at: '', said: error }).map((mark) => viewOf(mark, text, language));
}

/** Of a field that stands twice kubectl takes the last, and says nothing: the editor does. */
function givenTwice(text: string, language: HelpLanguage): readonly MarkView[] {
  try {
    loadAll(text, { maxDepth: 100, maxAliases: 100 });
    return [];
  } catch (error) {
    if (!(error instanceof YAMLException) || !error.mark) return [];
    const { line, column } = error.mark;
    const [field = ''] = (text.split('\n')[line] ?? '').slice(column).split(':', 1);
    const isTwice = error.reason.includes('duplicated mapping key');
    return [
      {
        line: line + 1,
        column: column + 1,
        marked: field,
        said: error.reason,
        ...(isTwice ? { advice: adviceText({ is: 'given-twice', field }, language) } : {}),
      },
    ];
  }
}
