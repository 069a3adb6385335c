import { describe, expect, test } from 'vitest';
import { createBench } from '../testing/run-script.ts';
import { expandAliases } from './aliases.ts';

/** What the last of some lines prints, each entered at the prompt by itself. */
function lastOf(lines: readonly string[]): string {
  const bench = createBench();
  return (
    lines
      .map((line) => bench.run(line))
      .map(({ stdout, stderr }) => stdout + stderr)
      .at(-1) ?? ''
  );
}

describe('an alias', () => {
  test.each([
    ['stands for a command', ['alias e=echo', 'e a b'], 'a b\n'],
    ['may bring arguments, and pipes', ["alias n='echo a b | tr a x'", 'n'], 'x b\n'],
    ['may stand for another', ['alias e=echo', "alias ee='e two'", 'ee words'], 'two words\n'],
    ['of the same name is the command itself', ["alias echo='echo so:'", 'echo a'], 'so: a\n'],
    [
      'is known within pipes, loops and substitutions',
      ['alias e=echo', 'for i in 1 2; do e $(e $i) | cat; done'],
      '1\n2\n',
    ],
    ['keeps a here-document', ['alias c=cat', 'c <<END\ntext\nEND'], 'text\n'],
    ['is known from the next line on', ['alias e=echo\ne a'], 'a\n'],
    ['is not known on its own line', ['alias e=echo; e a'], 'bash: e: command not found\n'],
    ['is no argument', ['alias e=echo', 'echo e'], 'e\n'],
    ['that is quoted is none', ['alias echo=cat', "\\echo a; 'echo' b"], 'a\nb\n'],
    ['is not known to scripts', ['alias e=echo', "sh -c 'e a'"], 'bash: e: command not found\n'],
    ['can be taken away', ['alias e=echo', 'unalias e', 'e'], 'bash: e: command not found\n'],
    ['is shown as it can be typed', ["alias a='x' b=\"it's\"", 'alias'], "alias a='x'\nalias b='it'\\''s'\n"],
    ['is told by type', ['alias k=kubectl', 'type k'], "k is aliased to `kubectl'\n"],
  ])('%s', (_, lines, printed) => {
    expect(lastOf(lines)).toBe(printed);
  });

  test('that grows and grows is put in place so often and no more', () => {
    const names = Array.from({ length: 20 }, (_, index) => `a${index}`);
    const aliases = new Map(names.map((name, index) => [name, `a${index + 1};a${index + 1}`]));
    expect(expandAliases('a0', aliases).length).toBeLessThan(20_000);
  });
});

test('the lines that were entered are told by history, numbered', () => {
  expect(lastOf(['echo a', 'true', 'history 2'])).toBe('    2  true\n    3  history 2\n');
});

describe('<(…)', () => {
  test.each([
    ['is a file with what was printed', 'cat <(echo a; echo b) <(echo c)', 'a\nb\nc\n'],
    ['has a name as in bash', 'echo <(true) <(true)', '/dev/fd/63 /dev/fd/62\n'],
    ['is gone when the command has ended', 'cat <(echo a); ls /dev/fd', 'a\n'],
    ['can be sourced', 'source <(echo x=1); echo $x', '1\n'],
  ])('%s', (_, line, printed) => {
    expect(lastOf([line])).toBe(printed);
  });
});
