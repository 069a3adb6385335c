import { describe, expect, test } from 'vitest';
import { splitScript } from './script.ts';

describe('splitScript', () => {
  const cases: [name: string, text: string, steps: [text: string, line: number, endLine: number][]][] = [
    [
      'one command a line',
      'echo a\n\n# comment\necho b\n',
      [
        ['echo a', 1, 1],
        ['echo b', 4, 4],
      ],
    ],
    ['a trailing comment is left out', 'echo a # why\n', [['echo a', 1, 1]]],
    [
      'a line joined by ; && and |',
      'a; b && c | d\ne',
      [
        ['a; b && c | d', 1, 1],
        ['e', 2, 2],
      ],
    ],
    [
      'a loop',
      'for i in 1 2\ndo\n  echo $i\ndone\nls',
      [
        ['for i in 1 2\ndo\n  echo $i\ndone', 1, 4],
        ['ls', 5, 5],
      ],
    ],
    [
      'a continuation',
      'kubectl get \\\n  pods\nls',
      [
        ['kubectl get \\\n  pods', 1, 2],
        ['ls', 3, 3],
      ],
    ],
    [
      'a here-document',
      'cat <<E | sort\nb\na\nE\nls',
      [
        ['cat <<E | sort\nb\na\nE', 1, 4],
        ['ls', 5, 5],
      ],
    ],
    [
      'a function',
      'f() {\n  a\n}\nf',
      [
        ['f() {\n  a\n}', 1, 3],
        ['f', 4, 4],
      ],
    ],
    [
      'background',
      'sleep 5 &\nwait',
      [
        ['sleep 5 &', 1, 1],
        ['wait', 2, 2],
      ],
    ],
    [
      'background and more on a line',
      'a & b\nc',
      [
        ['a & b', 1, 1],
        ['c', 2, 2],
      ],
    ],
    [
      'two here-documents on a line',
      'a <<A; b <<B\n1\nA\n2\nB\nc',
      [
        ['a <<A; b <<B\n1\nA\n2\nB', 1, 5],
        ['c', 6, 6],
      ],
    ],
    [
      'a quote over lines',
      'echo "a\nb"\nc',
      [
        ['echo "a\nb"', 1, 2],
        ['c', 3, 3],
      ],
    ],
    ['nothing', '\n  \n# only this\n', []],
  ];
  test.each(cases)('%s', (_, text, steps) => {
    expect(splitScript(text)).toEqual({
      steps: steps.map(([step, line, endLine]) => ({ text: step, line, endLine })),
    });
  });

  const errors: [
    text: string,
    steps: string[],
    message: string,
    line: number,
    column: number,
    isIncomplete: boolean,
  ][] = [
    ['echo a\necho )\necho b', ['echo a'], "unexpected token ')'", 2, 6, false],
    ['echo a\nif true\n', ['echo a'], "expected 'then'", 3, 1, true],
    ['a; fi', [], "unexpected token 'fi'", 1, 4, false],
    ['ls\necho "abc\nd', ['ls'], 'unterminated double quote', 2, 6, true],
    ['cat <<E\nx', [], 'here-document is not closed: expected a line "E"', 1, 5, true],
    ['ls\necho $(if)', ['ls'], "expected 'then'", 2, 10, false],
  ];
  test.each(errors)('%s', (text, steps, message, line, column, isIncomplete) => {
    const result = splitScript(text);
    expect(result.steps.map((step) => step.text)).toEqual(steps);
    expect(result.error).toEqual({ message, line, column, isIncomplete });
  });
});
