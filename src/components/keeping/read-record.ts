/** A record from storage or from a file, held against its form. What else it carries is left behind. */
import type { Attempt, Given } from '../quiz/progress.ts';
import { Place } from './place.ts';
import { readLog, readPath } from './read-log.ts';
import type { Kept, QuestionKept, Submitted, Work } from './record.ts';

const NAMES_MAX = 500;
const ASIDE_MAX = 20;

/** Throws Misshapen, which says where. */
export function readRecord(place: Place): Kept {
  return {
    ...place.optional('work', readWork),
    ...place.optional('aside', (it) => it.list(ASIDE_MAX).map(readWork)),
    ...place.optional('submitted', readSubmitted),
    ...place.optional('questions', (it) => it.map(NAMES_MAX, readQuestion)),
  };
}

function readWork(place: Place): Work {
  return {
    ...place.optional('log', readLog),
    ...place.optional('drafts', readDrafts),
    seen: place.field('seen').map(NAMES_MAX, (it) => it.whole()),
  };
}

function readDrafts(place: Place): Readonly<Record<string, string>> {
  const drafts = place.map(NAMES_MAX, (it) => it.text());
  for (const path of Object.keys(drafts)) readPath(new Place(path, [...place.path, path]));
  return drafts;
}

function readSubmitted(place: Place): Submitted {
  return {
    attempts: place.field('attempts').whole(),
    report: place.field('report').text(),
    hints: place.field('hints').map(NAMES_MAX, (it) => it.whole(0, 1000)),
  };
}

function readQuestion(place: Place): QuestionKept {
  return {
    turns: place.field('turns').whole(),
    misses: place.field('misses').whole(),
    ...place.optional('isMended', (it) => it.flag()),
    ...place.optional('attempt', readAttempt),
  };
}

function readAttempt(place: Place): Attempt {
  return {
    given: readGiven(place.field('given')),
    tries: place.field('tries').whole(0, 1000),
    isRight: place.field('isRight').flag(),
    right: place
      .field('right')
      .list(20)
      .map((it) => it.text(10_000)),
    ...place.optional('printed', (it) => it.text()),
  };
}

function readGiven(place: Place): Given {
  return Array.isArray(place.value) ? place.list(20).map((it) => it.text(100)) : place.text(10_000);
}
