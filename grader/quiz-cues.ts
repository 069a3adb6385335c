/** What gives a question's answer away to somebody who knows nothing: length, place, and words that promise too much. */

export interface AskedQuestion {
  /** Exercise and question, as `sts-quiz/stuck-update`. */
  readonly id: string;
  readonly choices: readonly { readonly letter: string; readonly text: string; readonly why: string }[];
  /** One letter; questions with several right answers, or none to choose, have no such cues. */
  readonly right: string;
  readonly hints: number;
  /** An exam gives no hints. */
  readonly isExam: boolean;
  /** What a command prints is as long as it is. */
  readonly isPrinted: boolean;
}

/** Words that mark a statement as false to an experienced test taker. */
const ABSOLUTE =
  /\b(always|never|impossible|every single|under no circumstances|all of the above|none of the above)\b/i;
/** How much longer than every other choice a right one may be, and a little more for short ones. */
const LENGTH_RATIO_MAX = 1.3;
const LENGTH_SLACK = 6;
const WHY_MIN = 20;
/** Below this many questions their places are chance. */
const QUESTIONS_MIN = 12;
const LONGEST_SHARE_MAX = 0.4;
const PLACE_SHARE_MAX = 0.4;
const PLACE_SHARE_MIN = 0.1;

/** Faults of one question, one line each. */
export function questionFaults({ id, choices, right, hints, isExam, isPrinted }: AskedQuestion): string[] {
  const faults: string[] = [];
  const rightText = choices.find(({ letter }) => letter === right)?.text ?? '';
  const wrong = choices.filter(({ letter }) => letter !== right);
  if (wrong.length < 3) faults.push(`${id}: ${wrong.length} distractors, not three`);
  if (hints === 0 && !isExam) faults.push(`${id}: no hint`);
  const longest = Math.max(...wrong.map(({ text }) => text.length));
  if (!isPrinted && rightText.length > longest * LENGTH_RATIO_MAX + LENGTH_SLACK)
    faults.push(`${id}: the right choice is by far the longest`);
  for (const { letter, text } of wrong) {
    const [word] = ABSOLUTE.exec(text) ?? [];
    if (word && !ABSOLUTE.test(rightText)) faults.push(`${id}: the wrong choice ${letter} says "${word}"`);
  }
  for (const { letter, why } of choices) {
    if (why.length < WHY_MIN) faults.push(`${id}: choice ${letter} is not explained`);
  }
  const whys = choices.map(({ why }) => why);
  if (new Set(whys).size < whys.length) faults.push(`${id}: two choices have the same explanation`);
  return faults;
}

/** Faults that only all questions together show. */
export function courseFaults(questions: readonly AskedQuestion[]): string[] {
  const four = questions.filter(({ choices }) => choices.length === 4);
  if (four.length < QUESTIONS_MIN) return [];
  const faults: string[] = [];
  const share = (count: number) => count / four.length;
  const percent = (count: number) => `${Math.round(100 * share(count))}%`;
  const longest = four.filter(isRightLongest).length;
  if (share(longest) > LONGEST_SHARE_MAX)
    faults.push(`the longest choice is the right one in ${percent(longest)}`);
  for (const letter of ['a', 'b', 'c', 'd']) {
    const count = four.filter(({ right }) => right === letter).length;
    if (share(count) > PLACE_SHARE_MAX || share(count) < PLACE_SHARE_MIN)
      faults.push(`choice ${letter} is the right one in ${percent(count)}`);
  }
  return faults;
}

function isRightLongest({ choices, right }: AskedQuestion): boolean {
  const lengths = choices.map(({ text }) => text.length);
  const longest = Math.max(...lengths);
  const isAlone = lengths.filter((length) => length === longest).length === 1;
  return isAlone && choices.find(({ letter }) => letter === right)?.text.length === longest;
}
