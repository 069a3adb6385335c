// The functions that awk brings along.
import { AwkError } from './awk-error.ts';
import type { Evaluator } from './evaluate.ts';
import { format } from './format.ts';
import { checkLength } from './limits.ts';
import { splitByPattern, splitText } from './record.ts';
import type { Expression, Place } from './syntax.ts';
import { LINE } from './syntax.ts';
import type { Value } from './values.ts';
import { Given } from './values.ts';

type Builtin = (on: Evaluator, args: readonly Expression[]) => Value;

export function callBuiltin(on: Evaluator, name: string, args: readonly Expression[]): Value {
  const builtin = functions.get(name);
  if (builtin === undefined) throw new AwkError(`there is no function ${name}`);
  return builtin(on, args);
}

function first(args: readonly Expression[]): Expression {
  return args[0] as Expression;
}

const functions: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ['length', length],
  ['substr', substr],
  ['index', (on, [text, part]) => on.text(text as Expression).indexOf(on.text(part as Expression)) + 1],
  ['split', split],
  ['sub', (on, args) => replace(on, args, false)],
  ['gsub', (on, args) => replace(on, args, true)],
  ['match', match],
  [
    'sprintf',
    (on, [pattern, ...rest]) =>
      format(
        on.text(pattern as Expression),
        rest.map((it) => on.value(it)),
      ),
  ],
  ['toupper', (on, args) => on.text(first(args)).toUpperCase()],
  ['tolower', (on, args) => on.text(first(args)).toLowerCase()],
  ['int', (on, args) => Math.trunc(on.number(first(args)))],
  ['sqrt', (on, args) => Math.sqrt(on.number(first(args)))],
  ['exp', (on, args) => Math.exp(on.number(first(args)))],
  ['log', (on, args) => Math.log(on.number(first(args)))],
  ['sin', (on, args) => Math.sin(on.number(first(args)))],
  ['cos', (on, args) => Math.cos(on.number(first(args)))],
  ['atan2', (on, [y, x]) => Math.atan2(on.number(y as Expression), on.number(x as Expression))],
  ['rand', (on) => on.state.process.host.random.next()],
  // Departs: what rand gives depends on the cluster's seed alone.
  ['srand', () => 0],
  ['close', () => 0],
  ['fflush', () => 0],
]);

function length(on: Evaluator, [of]: readonly Expression[]): Value {
  if (of === undefined) return on.line().length;
  const slot = of.is === 'variable' && of.name !== 'NF' ? on.state.slot(of.name) : undefined;
  return slot instanceof Map ? slot.size : on.text(of).length;
}

/** Counted from 1; what lies before the beginning counts as well. */
function substr(on: Evaluator, [of, from, count]: readonly Expression[]): Value {
  const text = on.text(of as Expression);
  const start = Math.round(on.number(from as Expression));
  const end = count === undefined ? text.length + 1 : start + Math.round(on.number(count));
  return Number.isNaN(end) ? '' : text.slice(Math.max(1, start) - 1, Math.max(1, end) - 1);
}

function split(on: Evaluator, [of, into, by]: readonly Expression[]): Value {
  if (into?.is !== 'variable') throw new AwkError('split wants an array as its second argument');
  const text = on.text(of as Expression);
  const { patterns, work } = on.state;
  // One letter as a pattern is a pattern all the same: /./ is any letter.
  const parts =
    by?.is === 'regex' && text !== ''
      ? splitByPattern(text, by.source, patterns)
      : splitText(text, by === undefined || by.is === 'regex' ? on.state.text('FS') : on.text(by), patterns);
  work.spend(parts.length);
  const table = on.state.table(into.name);
  table.clear();
  for (const [index, part] of parts.entries()) on.state.put(table, String(index + 1), new Given(part));
  return parts.length;
}

function match(on: Evaluator, [of, by]: readonly Expression[]): Value {
  const text = on.text(of as Expression);
  const found = on.state.patterns.exec(on.pattern(by as Expression), text);
  on.state.set('RSTART', found ? found.start + 1 : 0);
  on.state.set('RLENGTH', found ? found.end - found.start : -1);
  return found ? found.start + 1 : 0;
}

function replace(on: Evaluator, [by, to, of = LINE]: readonly Expression[], isAll: boolean): Value {
  const { patterns, work } = on.state;
  const pattern = on.pattern(by as Expression);
  const replacement = on.text(to as Expression);
  const text = on.text(of);
  let [result, at, count, lastEnd] = ['', 0, 0, -1];
  while (at <= text.length && (isAll || count === 0)) {
    const found = patterns.exec(pattern, text, at);
    if (found === undefined) break;
    const { start, end } = found;
    result += text.slice(at, start);
    // There is no empty match right behind another one.
    if (end > start || start !== lastEnd) {
      work.spendText(replacement);
      result += filledIn(replacement, text.slice(start, end));
      checkLength(result.length);
      count += 1;
    }
    // An empty match leaves the letter that follows it.
    if (end === start) result += text.slice(end, end + 1);
    at = end === start ? end + 1 : end;
    lastEnd = end;
  }
  if (count === 0) return 0;
  if (!['variable', 'field', 'element'].includes(of.is))
    throw new AwkError('sub and gsub want something to change');
  const changed = result + text.slice(at);
  checkLength(changed.length);
  on.assign(of as Place, changed);
  return count;
}

/** `&` is what was found, `\&` a plain one. */
function filledIn(replacement: string, found: string): string {
  const marks = replacement.split('&').length - 1;
  checkLength(replacement.length + marks * found.length);
  return replacement.replace(/\\\\|\\&|&/g, (mark) => (mark === '&' ? found : mark.slice(1)));
}
