/** Finds words that are in no dictionary: English as it is spelled in the Kubernetes documentation, and the project's own words. */
import english from 'dictionary-en';
import nspell from 'nspell';
import type { Passage } from './passage.ts';
import { CODE, placeIn } from './passage.ts';

const SUGGESTIONS_MAX = 3;

/** A name, a number, a path or a piece of code that nobody marked as such. */
const NO_WORD = new RegExp(String.raw`[\d_/@=$<>{}|*${CODE}]|[\p{L}\p{N}][.:][\p{L}\p{N}]`, 'u');

export interface Spelling {
  /** One line for each misspelled word, with what may have been meant. */
  faultsIn(passage: Passage): string[];
  /** The project's words that no passage so far had. */
  unused(): string[];
}

/** `ownWords`: as they are in the text; one with a capital letter is right only so. */
export function readSpelling(ownWords: readonly string[]): Spelling {
  const known = nspell(Buffer.from(english.aff), Buffer.from(english.dic));
  const used = new Set<string>();
  for (const word of ownWords) known.add(word);
  const verdicts = new Map<string, boolean>();
  const isRight = (word: string): boolean => {
    const verdict = verdicts.get(word) ?? known.correct(word);
    verdicts.set(word, verdict);
    return verdict;
  };
  return {
    faultsIn: (passage) =>
      wordsOf(passage.text).flatMap(({ word, index }) => {
        used.add(word).add(word.toLowerCase());
        if (isRight(word)) return [];
        const meant = known.suggest(word).slice(0, SUGGESTIONS_MAX).join(', ');
        const advice = meant === '' ? 'is it code, or a word for .ci/words/own-words.txt?' : `${meant}?`;
        return [`${placeIn(passage, index)}: "${word}" is not in the dictionary: ${advice}`];
      }),
    unused: () => ownWords.filter((word) => !used.has(word)),
  };
}

interface PlacedWord {
  readonly word: string;
  readonly index: number;
}

/** Without the signs around them. What has a hyphen is two words. */
export function wordsOf(text: string): PlacedWord[] {
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: chunk, index: start }) => {
    const inner = /[\p{L}\p{N}_$].*[\p{L}\p{N}]|\p{L}/u.exec(chunk);
    if (inner === null || NO_WORD.test(chunk)) return [];
    return [...inner[0].matchAll(/\p{Script=Latin}+(?:['’]\p{Script=Latin}+)*/gu)].map(
      ({ 0: part, index }) => ({
        word: part.replaceAll('’', "'").replace(/'s$/, ''),
        index: start + inner.index + index,
      }),
    );
  });
}
