import { describe, expect, test } from 'vitest';
import type { Setup } from '../testing/network-programs.ts';
import { runProgram, status } from '../testing/network-programs.ts';
import { wget } from './wget.ts';

describe('wget', () => {
  const table: readonly [line: string, setup: Setup, stdout: string, stderr: string, code: number][] = [
    ['wget -qO- http://web', {}, 'hello\n', '', 0],
    ['wget -q -O - web', {}, 'hello\n', '', 0],
    ['wget -O- nobody', {}, '', "wget: bad address 'nobody'\n", 1],
    ['wget -qO- gone', {}, '', "wget: can't connect to remote host (10.96.7.8): Connection refused\n", 1],
    [
      'wget -qO- 10.244.9.9',
      {},
      '',
      "wget: can't connect to remote host (10.244.9.9): No route to host\n",
      1,
    ],
    ['wget -q -T 2 -O- slow', {}, '', 'wget: download timed out\n', 1],
    [
      'wget -qO- --timeout=1 web',
      { respond: () => ({ outcome: 'timeout' }) },
      '',
      'wget: download timed out\n',
      1,
    ],
    [
      'wget -qO- web',
      { respond: () => status(500) },
      '',
      'wget: server returned error: HTTP/1.1 500 Internal Server Error\n',
      1,
    ],
    [
      'wget web',
      {},
      '',
      "Connecting to web (10.96.7.7:80)\nsaving to 'index.html'\nindex.html           100% |********************************|     6  0:00:00 ETA\n'index.html' saved\n",
      0,
    ],
  ];
  test.each(table)('%s', (line, setup, stdout, stderr, code) => {
    expect(runProgram(wget, line, setup)).toMatchObject({ stdout, stderr, code });
  });
});
