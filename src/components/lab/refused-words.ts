/** What there is to say of what was refused. Loaded when something first is: most manifests are taken. */
import type { Advice, HelpLanguage, Mark, Refusal } from '../../sim/index.ts';
import { adviceText, marksOf, resourceAdvice } from '../../sim/index.ts';
import type { MarkView } from './frame.ts';

export interface RefusedWords {
  /** The marks of a refusal in words. */
  viewsOf(refusal: Refusal, language: HelpLanguage): readonly MarkView[];
  /** Of a kind of resource that there is not; undefined where no word is like it. */
  onResource(word: string, language: HelpLanguage): string | undefined;
  /** Of whatever else there is advice on. */
  inWords(advice: Advice, language: HelpLanguage): string;
  /** Of a field that stands twice in the same object. */
  onTwice(field: string, language: HelpLanguage): string;
}

/** Calls back with the words, at once or once they are there; never where they cannot be had. */
export type UseWords = (act: (words: RefusedWords) => void) => void;

export const refusedWords: RefusedWords = {
  viewsOf: (refusal, language) => marksOf(refusal).map((mark) => viewOf(mark, refusal.text, language)),
  onResource(word, language) {
    const advice = resourceAdvice(word);
    return advice && adviceText(advice, language);
  },
  inWords: adviceText,
  onTwice: (field, language) => adviceText({ is: 'given-twice', field }, language),
};

function viewOf(mark: Mark, text: string, language: HelpLanguage): MarkView {
  const { line, column, length, said, advice, instead } = mark;
  const lineText = text.split('\n')[line - 1] ?? '';
  return {
    line,
    column,
    marked: lineText.slice(column - 1, column - 1 + length),
    said,
    ...(advice ? { advice: adviceText(advice, language) } : {}),
    ...(instead === undefined ? {} : { instead }),
  };
}
