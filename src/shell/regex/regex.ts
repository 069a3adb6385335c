// Matching of regular expressions by simulating all alternatives at once: time is bounded by pattern × text, whatever the
// pattern. The match is the leftmost one, and of those the longest, as POSIX wants it.
import type { Assertion, Node, Syntax } from './syntax.ts';
import { parseRegex, RegexError } from './syntax.ts';

export { RegexError } from './syntax.ts';

export interface Match {
  readonly start: number;
  readonly end: number;
  /** The text of each group, from 1 at index 0; undefined where it took no part. */
  readonly groups: readonly (string | undefined)[];
}

export interface Regex {
  /** How many instructions it has: a match takes at most so much work for each character. */
  readonly size: number;
  /** The first match at or after `from`. */
  exec(text: string, from?: number): Match | undefined;
  test(text: string): boolean;
}

export interface RegexOptions {
  readonly syntax: Syntax | 'fixed';
  readonly isCaseInsensitive?: boolean;
  /** Matches whole words (`grep -w`) or whole lines (`grep -x`). */
  readonly whole?: 'word' | 'line' | undefined;
}

type Instruction =
  | { readonly type: 'one'; readonly matches: (char: string) => boolean }
  | { readonly type: 'split'; readonly first: number; readonly second: number }
  | { readonly type: 'jump'; readonly to: number }
  | { readonly type: 'save'; readonly slot: number }
  | { readonly type: 'assert'; readonly kind: Assertion }
  | { readonly type: 'match' };

interface Thread {
  readonly at: number;
  readonly slots: readonly number[];
}

const maxInstructions = 20_000;

/** Compiles a pattern; its lines are alternatives, but in awk. Throws RegexError. */
export function compileRegex(pattern: string, options: RegexOptions): Regex {
  const nodes: Node[] = [];
  let groups = 0;
  for (const line of options.syntax === 'awk' ? [pattern] : pattern.split('\n')) {
    if (options.syntax === 'fixed') nodes.push(sequence([...line].map(exactly)));
    else {
      const parsed = parseRegex(line, options.syntax);
      nodes.push(parsed.node);
      groups = Math.max(groups, parsed.groups);
    }
  }
  const whole: Node = nodes.length === 1 ? (nodes[0] as Node) : { type: 'choice', items: nodes };
  const program: Instruction[] = [];
  emit(program, withEdges(whole, options.whole), options.isCaseInsensitive === true);
  program.push({ type: 'match' });
  return {
    size: program.length,
    exec: (text, from = 0) => run(program, text, from, groups),
    test: (text) => run(program, text, 0, groups) !== undefined,
  };
}

function sequence(items: readonly Node[]): Node {
  return { type: 'sequence', items };
}

function exactly(expected: string): Node {
  return { type: 'one', matches: (char) => char === expected };
}

function withEdges(node: Node, whole: RegexOptions['whole']): Node {
  if (whole === undefined) return node;
  const kind =
    whole === 'line' ? (['start', 'end'] as const) : (['no-word-before', 'no-word-after'] as const);
  return sequence([{ type: 'assert', kind: kind[0] }, node, { type: 'assert', kind: kind[1] }]);
}

function emit(program: Instruction[], node: Node, isCaseInsensitive: boolean): void {
  if (program.length > maxInstructions) throw new RegexError('Regular expression too big');
  const inner = (child: Node) => emit(program, child, isCaseInsensitive);
  switch (node.type) {
    case 'one': {
      const { matches } = node;
      const folded = (char: string) => matches(char.toLowerCase()) || matches(char.toUpperCase());
      program.push({ type: 'one', matches: isCaseInsensitive ? folded : matches });
      return;
    }
    case 'assert':
      program.push(node);
      return;
    case 'group':
      program.push({ type: 'save', slot: node.number * 2 });
      inner(node.inner);
      program.push({ type: 'save', slot: node.number * 2 + 1 });
      return;
    case 'sequence':
      for (const item of node.items) inner(item);
      return;
    case 'choice':
      emitChoice(program, node.items, inner);
      return;
    case 'repeat':
      emitRepeat(program, node, inner);
  }
}

function emitChoice(program: Instruction[], items: readonly Node[], inner: (child: Node) => void): void {
  const ends: number[] = [];
  for (const [i, item] of items.entries()) {
    if (i === items.length - 1) {
      inner(item);
      break;
    }
    const split = program.push({ type: 'jump', to: 0 }) - 1;
    inner(item);
    ends.push(program.push({ type: 'jump', to: 0 }) - 1);
    program[split] = { type: 'split', first: split + 1, second: program.length };
  }
  for (const end of ends) program[end] = { type: 'jump', to: program.length };
}

function emitRepeat(
  program: Instruction[],
  { item, least, most }: Extract<Node, { type: 'repeat' }>,
  inner: (child: Node) => void,
): void {
  for (let i = 0; i < least; i++) inner(item);
  if (most === Number.POSITIVE_INFINITY) {
    const split = program.push({ type: 'jump', to: 0 }) - 1;
    inner(item);
    program.push({ type: 'jump', to: split });
    program[split] = { type: 'split', first: split + 1, second: program.length };
    return;
  }
  const splits: number[] = [];
  for (let i = least; i < most; i++) {
    splits.push(program.push({ type: 'jump', to: 0 }) - 1);
    inner(item);
  }
  for (const split of splits) program[split] = { type: 'split', first: split + 1, second: program.length };
}

function run(program: readonly Instruction[], text: string, from: number, groups: number): Match | undefined {
  const seenAt = new Int32Array(program.length).fill(-1);
  let threads: Thread[] = [];
  let best: readonly number[] | undefined;
  for (let i = from; i <= text.length; i++) {
    const next: Thread[] = [];
    // A thread that began further left comes first and keeps its place.
    for (const thread of threads) follow(program, thread, i, text, seenAt, next);
    if (best === undefined) follow(program, { at: 0, slots: [i] }, i, text, seenAt, next);
    threads = [];
    for (const { at, slots } of next) {
      const instruction = program[at] as Instruction;
      if (best !== undefined && (slots[0] as number) > (best[0] as number)) continue;
      if (instruction.type === 'match') {
        if (best === undefined || (slots[0] as number) < (best[0] as number) || i > (best[1] as number)) {
          best = [slots[0] as number, i, ...slots.slice(2)];
        }
      } else if (instruction.type === 'one' && i < text.length && instruction.matches(text[i] as string)) {
        threads.push({ at: at + 1, slots });
      }
    }
    if (threads.length === 0 && best !== undefined) break;
  }
  return best === undefined ? undefined : matchFrom(best, text, groups);
}

/** Adds a thread and all it can become without taking a character. */
function follow(
  program: readonly Instruction[],
  thread: Thread,
  i: number,
  text: string,
  seenAt: Int32Array,
  next: Thread[],
): void {
  const stack = [thread];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { at, slots } = top;
    if (seenAt[at] === i) continue;
    seenAt[at] = i;
    const instruction = program[at] as Instruction;
    if (instruction.type === 'jump') stack.push({ at: instruction.to, slots });
    else if (instruction.type === 'split') {
      stack.push({ at: instruction.second, slots }, { at: instruction.first, slots });
    } else if (instruction.type === 'save') {
      const saved = slots.slice();
      saved[instruction.slot] = i;
      stack.push({ at: at + 1, slots: saved });
    } else if (instruction.type === 'assert') {
      if (holds(instruction.kind, text, i)) stack.push({ at: at + 1, slots });
    } else next.push(top);
  }
}

function holds(kind: Assertion, text: string, i: number): boolean {
  if (kind === 'start') return i === 0;
  if (kind === 'end') return i === text.length;
  const before = /\w/.test(text[i - 1] ?? '');
  const after = /\w/.test(text[i] ?? '');
  if (kind === 'word-start') return !before && after;
  if (kind === 'word-end') return before && !after;
  if (kind === 'no-word-before') return !before;
  if (kind === 'no-word-after') return !after;
  return (before !== after) === (kind === 'word-edge');
}

function matchFrom(slots: readonly number[], text: string, groups: number): Match {
  const texts = Array.from({ length: groups }, (_, n) => {
    const [start, end] = [slots[n * 2 + 2], slots[n * 2 + 3]];
    return start === undefined || end === undefined ? undefined : text.slice(start, end);
  });
  return { start: slots[0] as number, end: slots[1] as number, groups: texts };
}
