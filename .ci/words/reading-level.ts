/**
 * How hard English is to read: the school year in which it is understood, by the formula of Flesch and Kincaid, and how long its
 * sentences are. The bounds are what the lessons keep, a little above the hardest.
 */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { Passage } from './passage.ts';
import { CODE, placeIn } from './passage.ts';

/** Of a whole page. The lessons were at 2.8 to 4.4 when this was set. */
const PAGE_GRADE_MAX = 5;
/** Of one passage, where it is long enough for the formula to mean something. */
const PASSAGE_GRADE_MAX = 10;
const PASSAGE_WORDS_MIN = 20;
const SENTENCE_WORDS_MAX = 30;

/** A name in code counts as one word of two syllables. */
const CODE_READ_AS = 'object';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

interface Sentence {
  /** Where in its passage it begins. */
  readonly index: number;
  readonly words: readonly string[];
}

/** One line for each page, passage and sentence that is too hard. */
export function readingFaults(passages: readonly Passage[]): string[] {
  const read = passages.filter(({ role }) => role === 'sentences');
  const paths = [...new Set(read.map(({ path }) => path))];
  return [
    ...paths.flatMap((path) => pageFaults(read.filter((passage) => passage.path === path))),
    ...read.flatMap(passageFaults),
  ];
}

function pageFaults(passages: readonly Passage[]): string[] {
  const grade = gradeOf(passages.map(({ text }) => text));
  const [hardest] = [...passages].sort((a, b) => gradeOf([b.text]) - gradeOf([a.text]));
  if (hardest === undefined || grade <= PAGE_GRADE_MAX) return [];
  return [
    `${placeIn(hardest, 0)}: the page reads at grade ${grade.toFixed(1)}, ${PAGE_GRADE_MAX} at most: begin with this passage`,
  ];
}

function passageFaults(passage: Passage): string[] {
  const sentences = sentencesOf(passage.text);
  const words = sentences.flatMap((sentence) => sentence.words);
  const faults = sentences
    .filter((sentence) => sentence.words.length > SENTENCE_WORDS_MAX)
    .map((sentence) => {
      const [first, second, third] = sentence.words;
      const opening = `“${[first, second, third].join(' ').replaceAll(CODE, '`…`')} …”`;
      return `${placeIn(passage, sentence.index)}: ${opening} has ${sentence.words.length} words, ${SENTENCE_WORDS_MAX} at most: make it two sentences`;
    });
  const grade = gradeOf([passage.text]);
  if (words.length < PASSAGE_WORDS_MIN || grade <= PASSAGE_GRADE_MAX) return faults;
  const longest = [...new Set(words)].sort((a, b) => syllable(b) - syllable(a)).slice(0, 3);
  return [
    ...faults,
    `${placeIn(passage, 0)}: reads at grade ${grade.toFixed(1)}, ${PASSAGE_GRADE_MAX} at most: shorter sentences, or shorter words than ${longest.join(', ')}`,
  ];
}

/** The school year in which these passages are understood together; below 0 for the very easiest. */
export function gradeOf(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap((sentence) => sentence.words);
  const syllables = words.map((word) => Math.max(1, syllable(word === CODE ? CODE_READ_AS : word)));
  if (words.length === 0) return 0;
  return fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: syllables.reduce((sum, count) => sum + count, 0),
  });
}

function sentencesOf(text: string): Sentence[] {
  // A sentence may begin with code, which stands here as a capital letter.
  return [...segmenter.segment(text.replaceAll(CODE, 'X'))]
    .map(({ segment, index }) => ({ index, words: wordsOf(text.slice(index, index + segment.length)) }))
    .filter(({ words }) => words.length > 0);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*[\p{L}\p{N}]|[\p{L}\uFFFC]/gu) ?? [];
}
