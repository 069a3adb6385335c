import { describe, expect, test } from 'vitest';
import { inputOf } from '../../sim/index.ts';
import type { Setup } from '../testing/network-programs.ts';
import { runProgram } from '../testing/network-programs.ts';
import { nc } from './nc.ts';

const release = (name: string): Setup => ({ files: { '/etc/os-release': `PRETTY_NAME="${name}"\n` } });
const systems = {
  busybox: release('BusyBox 1.36'),
  alpine: release('Alpine Linux v3.20'),
  debian: release('Debian'),
};

describe('nc', () => {
  const table: readonly [on: keyof typeof systems, line: string, stderr: string, code: number][] = [
    ['busybox', 'nc -z web 80', '', 0],
    ['busybox', 'nc -zv web 80', 'web (10.96.7.7:80) open\n', 0],
    ['busybox', 'nc -zv gone 80', '', 1],
    ['busybox', 'nc -zvv gone 80', 'nc: gone (10.96.7.8:80): Connection refused\n', 1],
    ['busybox', 'nc -zv -w 2 slow 80', 'nc: slow (10.96.7.9:80): Connection timed out\n', 1],
    ['busybox', 'nc -zv 10.244.9.9 80', 'nc: 10.244.9.9 (10.244.9.9:80): No route to host\n', 1],
    ['busybox', 'nc -z nobody 80', "nc: bad address 'nobody'\n", 1],
    ['alpine', 'nc -zv -w 2 slow 80', 'nc: slow (10.96.7.9:80): Operation timed out\n', 1],
    ['debian', 'nc -zv web 80', 'Connection to web (10.96.7.7) 80 port [tcp/http] succeeded!\n', 0],
    ['debian', 'nc -zv 10.96.7.7 81', 'Connection to 10.96.7.7 81 port [tcp/*] succeeded!\n', 0],
    ['debian', 'nc -z gone 80', '', 1],
    [
      'debian',
      'nc -zv gone 80',
      'nc: connect to gone (10.96.7.8) port 80 (tcp) failed: Connection refused\n',
      1,
    ],
    [
      'debian',
      'nc -zv -w 2 slow 80',
      'nc: connect to slow (10.96.7.9) port 80 (tcp) timed out: Operation now in progress\n',
      1,
    ],
    [
      'debian',
      'nc -zv nobody 80',
      'nc: getaddrinfo for host "nobody" port 80: Name or service not known\n',
      1,
    ],
    [
      'busybox',
      'nc -l -p 80',
      'nc: petset does not simulate nc -l; use an image with a server, such as nginx\n',
      1,
    ],
    ['busybox', 'nc -z web 80-90000', "nc: invalid port '80-90000'\n", 1],
    ['busybox', 'nc web 80-81', 'nc: a range of ports needs -z\n', 1],
  ];
  test.each(table)('on %s: %s', (on, line, stderr, code) => {
    expect(runProgram(nc, line, systems[on])).toMatchObject({ stdout: '', stderr, code });
  });

  test('scans a range of ports', () => {
    const { stderr, code } = runProgram(nc, 'nc -zv web 80-82', systems.busybox);
    expect([stderr.match(/open/g)?.length, code]).toEqual([3, 0]);
  });

  test('waits for as long as it may', () => {
    expect(runProgram(nc, 'nc -z -w 2 slow 80', systems.busybox).tookMs).toBe(2000);
    expect(runProgram(nc, 'nc -z slow 80', systems.busybox).tookMs).toBe(130_000);
  });

  test('sends what it is given as a request, and prints the answer as it comes', () => {
    const asked: string[] = [];
    const setup: Setup = {
      ...systems.busybox,
      stdin: inputOf('POST /x HTTP/1.1\r\nHost: web\r\n\r\nhi'),
      respond: (target, method, body) => {
        asked.push(`${method} ${target} ${body}`);
        return {
          outcome: 'response',
          response: { status: 201, headers: new Map([['A', 'b']]), body: 'done\n' },
        };
      },
    };
    expect(runProgram(nc, 'nc web 80', setup).stdout).toBe('HTTP/1.1 201 Created\r\nA: b\r\n\r\ndone\n');
    expect(asked).toEqual(['POST /x hi']);
  });

  test.each([
    ['nothing', '', '', 0],
    ['what is no request', 'PING\n', 'petset does not simulate what is no HTTP request', 1],
  ])('given %s', (_what, stdin, stderr, code) => {
    const result = runProgram(nc, 'nc web 80', { ...systems.busybox, stdin: inputOf(stdin) });
    expect([result.code, result.stderr.includes(stderr)]).toEqual([code, true]);
  });
});
