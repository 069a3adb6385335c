/** `npm run check:words`: English that is spelled right, and lessons that are easy to read. */
import { readFileSync } from 'node:fs';
import { listFaults } from './words/own-words.ts';
import { readingFaults } from './words/reading-level.ts';
import { readEnglish } from './words/sources.ts';
import { readSpelling } from './words/spelling.ts';

const OWN_WORDS = '.ci/words/own-words.txt';
/** Fewer passages than this: something was not read. */
const PASSAGES_MIN = 4000;

const { lessons, others } = readEnglish();
const passages = [...lessons, ...others];
const ownWords = readFileSync(OWN_WORDS, 'utf8').trim().split('\n');
const spelling = readSpelling(ownWords);
const faults = [
  ...passages.flatMap((passage) => spelling.faultsIn(passage)),
  ...listFaults(OWN_WORDS, ownWords, new Set(spelling.unused())),
  ...readingFaults(lessons),
];
for (const line of faults) process.stderr.write(`${line}\n`);
process.stdout.write(`words: ${passages.length} passages read, ${faults.length} faults\n`);
process.exitCode = faults.length === 0 && passages.length >= PASSAGES_MIN ? 0 : 1;
