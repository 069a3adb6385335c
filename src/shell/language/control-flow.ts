// if, for, while, until, case.
import type { ArithmeticFor, Case, CompoundList, For, If, While } from 'unbash';
import { evaluateArithmetic } from './arithmetic.ts';
import { Break, Continue } from './completion.ts';
import { compilePattern, matches } from './glob.ts';
import type { Shell, Steps } from './shell-state.ts';
import { tested } from './tested.ts';
import { setVariable } from './variables.ts';
import { expandPattern, expandText, expandWords } from './words.ts';

export function* runIf(shell: Shell, node: If): Steps {
  for (const { clause, then } of [node, ...node.elif]) {
    if ((yield* tested(shell, () => shell.engine.runList(shell, clause))) === 0)
      return yield* runBody(shell, then);
  }
  return node.else === undefined ? 0 : yield* runBody(shell, node.else);
}

function* runBody(shell: Shell, body: CompoundList): Steps {
  shell.status = 0;
  return yield* shell.engine.runList(shell, body);
}

export function* runFor(shell: Shell, node: For): Steps {
  const items = node.wordlist === undefined ? shell.positional : yield* expandWords(shell, node.wordlist);
  let next = 0;
  // biome-ignore lint/correctness/useYield: going on to the next item takes no time
  return yield* loop(shell, node.body, function* () {
    const item = items[next++];
    if (item === undefined) return false;
    setVariable(shell, node.name.value, item);
    return true;
  });
}

export function* runArithmeticFor(shell: Shell, node: ArithmeticFor): Steps {
  const text = shell.source.text.slice(node.pos, node.body.pos);
  if (node.initialize !== undefined) yield* evaluateArithmetic(shell, node.initialize, text);
  let isFirst = true;
  return yield* loop(shell, node.body, function* () {
    if (!isFirst && node.update !== undefined) yield* evaluateArithmetic(shell, node.update, text);
    isFirst = false;
    return node.test === undefined || (yield* evaluateArithmetic(shell, node.test, text)) !== 0;
  });
}

export function* runWhile(shell: Shell, node: While): Steps {
  return yield* loop(shell, node.body, function* () {
    const code = yield* tested(shell, () => shell.engine.runList(shell, node.clause));
    return (code === 0) === (node.kind === 'while');
  });
}

/** Runs the body as long as `hasNext` says so; the code is that of the last body. */
function* loop(shell: Shell, body: CompoundList, hasNext: () => Steps<boolean>): Steps {
  let code = 0;
  shell.loops += 1;
  try {
    while (true) {
      try {
        if (!(yield* hasNext())) break;
        code = yield* runBody(shell, body);
      } catch (end) {
        if (!(end instanceof Break || end instanceof Continue)) throw end;
        if (end.levels > 1 && shell.loops > 1) {
          end.levels -= 1;
          throw end;
        }
        code = 0;
        if (end instanceof Break) break;
      }
    }
  } finally {
    shell.loops -= 1;
  }
  shell.status = code;
  return code;
}

export function* runCase(shell: Shell, node: Case): Steps {
  const word = yield* expandText(shell, node.word);
  let code = 0;
  let fallsThrough = false;
  for (const item of node.items) {
    if (!fallsThrough && !(yield* matchesAny(shell, item.pattern, word))) continue;
    code = yield* runBody(shell, item.body);
    if (item.terminator === ';;' || item.terminator === undefined) break;
    fallsThrough = item.terminator === ';&';
  }
  return code;
}

function* matchesAny(shell: Shell, patterns: Case['items'][number]['pattern'], word: string): Steps<boolean> {
  for (const pattern of patterns) {
    if (matches(compilePattern(yield* expandPattern(shell, pattern)), word)) return true;
  }
  return false;
}
