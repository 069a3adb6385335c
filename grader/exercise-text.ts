// text/<locale>.md: what an exercise says to people, by the ids of exercise.yaml.
//
//   # Title                      then the brief, up to the first section
//   ## <check id>                what is wanted, in a sentence or two
//   ### hint                     any number; each one tells more than the one before; none in an exam
//   ### feedback                 what it means to have failed here
//   ## <question id>             the question
//   ### choice a                 what the choice says
//   ### why a                    why it is right or wrong
//   ### why                      for questions without choices
//   ## solution                  the way it is solved, shown afterwards
import type { Definition } from './exercise.ts';
import { lettersOf } from './quiz-definition.ts';

export interface ExerciseText {
  readonly title: string;
  readonly brief: string;
  readonly solution?: string;
  /** By id of check or question. Texts are Markdown. */
  readonly sections: ReadonlyMap<string, SectionText>;
}

export interface SectionText {
  /** What is wanted; of a question, the question. */
  readonly wanted: string;
  readonly hints: readonly string[];
  readonly feedback?: string;
  readonly choices: ReadonlyMap<string, string>;
  /** Why a choice is right or wrong; under '' for a question without choices. */
  readonly whys: ReadonlyMap<string, string>;
}

const charsMax = 200_000;

/** The line below the heads of a table, `|---|---|`. */
const TABLE = /^ *\|(?: *:?-+:? *\|)+ *$/m;

/** Reads the Markdown of one language. Problems name what is missing, unknown or twice. */
export function parseExerciseText(
  markdown: string,
  definition: Definition,
): { readonly text: ExerciseText; readonly problems: readonly string[] } {
  const problems: string[] = [];
  if (markdown.length > charsMax) problems.push(`longer than ${charsMax} characters`);
  if (TABLE.test(markdown)) problems.push('there is a table, which no page shows as one: write a list');
  const [head, ...blocks] = blocksOf(markdown.slice(0, charsMax), 2);
  const title = /^# +(.+)$/m.exec(head?.body ?? '')?.[1]?.trim() ?? '';
  if (title === '') problems.push('there is no "# Title"');
  const brief = (head?.body ?? '').replace(/^# +.+$/m, '').trim();
  if (brief === '') problems.push('there is no brief below the title');
  const sections = new Map<string, SectionText>();
  let solution: string | undefined;
  for (const { heading, body } of blocks) {
    if (heading === 'solution') {
      solution = body.trim();
    } else if (sections.has(heading)) {
      problems.push(`"## ${heading}" is there twice`);
    } else {
      sections.set(heading, readSection(heading, body, problems));
    }
  }
  problems.push(...missingFrom(sections, definition));
  const text = { title, brief, sections, ...(solution === undefined ? {} : { solution }) };
  return { text, problems };
}

interface Block {
  readonly heading: string;
  readonly body: string;
}

/** Cuts a text at its headings of one level; the first block is what stands before them. Fenced code is no heading. */
function blocksOf(markdown: string, level: number): Block[] {
  const mark = `${'#'.repeat(level)} `;
  const blocks: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }];
  let fence: string | undefined;
  for (const line of markdown.split(/\r?\n/)) {
    const [, opened] = /^ {0,3}(```+|~~~+)/.exec(line) ?? [];
    if (opened !== undefined) {
      if (fence === undefined) fence = opened;
      else if (opened.startsWith(fence)) fence = undefined;
    }
    if (fence === undefined && line.startsWith(mark)) {
      blocks.push({ heading: line.slice(mark.length).trim(), lines: [] });
    } else {
      blocks.at(-1)?.lines.push(line);
    }
  }
  return blocks.map(({ heading, lines }) => ({ heading, body: lines.join('\n') }));
}

function readSection(id: string, body: string, problems: string[]): SectionText {
  const [head, ...parts] = blocksOf(body, 3);
  const hints: string[] = [];
  const choices = new Map<string, string>();
  const whys = new Map<string, string>();
  let feedback: string | undefined;
  for (const { heading, body: text } of parts) {
    const [, word, letter = ''] = /^(hint|feedback|choice|why)(?: ([a-h]))?$/.exec(heading) ?? [];
    const words = text.trim();
    if (words === '') problems.push(`"### ${heading}" of ${id} is empty`);
    if (word === 'hint') hints.push(words);
    else if (word === 'feedback') feedback = words;
    else if (word === 'choice') choices.set(letter, words);
    else if (word === 'why') whys.set(letter, words);
    else problems.push(`"### ${heading}" of ${id} means nothing: hint, feedback, choice a or why a`);
  }
  const wanted = (head?.body ?? '').trim();
  if (wanted === '') problems.push(`"## ${id}" says nothing`);
  return { wanted, hints, choices, whys, ...(feedback === undefined ? {} : { feedback }) };
}

function missingFrom(sections: ReadonlyMap<string, SectionText>, definition: Definition): string[] {
  const problems: string[] = [];
  const known = new Set<string>();
  for (const { id } of definition.checks) {
    known.add(id);
    const section = sections.get(id);
    if (!section) problems.push(`there is no "## ${id}"`);
    else if (section.hints.length === 0 && !definition.exam) problems.push(`${id} has no "### hint"`);
  }
  for (const question of definition.quiz) {
    known.add(question.id);
    const section = sections.get(question.id);
    if (!section) {
      problems.push(`there is no "## ${question.id}"`);
      continue;
    }
    const letters = lettersOf(question);
    for (const letter of letters) {
      // What a predict question's choices say stands in exercise.yaml, for it is compared with what is printed.
      const isSaid = question.kind === 'predict' || section.choices.has(letter);
      if (!isSaid) problems.push(`${question.id} has no "### choice ${letter}"`);
      if (!section.whys.has(letter)) problems.push(`${question.id} has no "### why ${letter}"`);
    }
    if (letters.length === 0 && !section.whys.has('')) problems.push(`${question.id} has no "### why"`);
  }
  for (const [id, { hints }] of sections) {
    if (definition.exam && hints.length > 0) problems.push(`${id} has a "### hint", and this is an exam`);
  }
  for (const id of sections.keys()) if (!known.has(id)) problems.push(`"## ${id}" is no id of exercise.yaml`);
  return problems;
}
