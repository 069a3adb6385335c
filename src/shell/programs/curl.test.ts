import { describe, expect, test } from 'vitest';
import type { HttpOutcome, Setup } from '../testing/network-programs.ts';
import { page, runProgram, status } from '../testing/network-programs.ts';
import { curl } from './curl.ts';

describe('curl', () => {
  const table: readonly [line: string, setup: Setup, stdout: string, stderr: string, code: number][] = [
    ['curl web', {}, 'hello\n', '', 0],
    ['curl -s http://web/', {}, 'hello\n', '', 0],
    ['curl http://web:8080/a?b=c', {}, 'hello\n', '', 0],
    ['curl nobody', {}, '', 'curl: (6) Could not resolve host: nobody\n', 6],
    [
      'curl gone',
      {},
      '',
      "curl: (7) Failed to connect to gone port 80 after 0 ms: Couldn't connect to server\n",
      7,
    ],
    ['curl -s gone', {}, '', '', 7],
    [
      'curl -sS gone',
      {},
      '',
      "curl: (7) Failed to connect to gone port 80 after 0 ms: Couldn't connect to server\n",
      7,
    ],
    [
      'curl 10.244.9.9',
      {},
      '',
      "curl: (7) Failed to connect to 10.244.9.9 port 80 after 3000 ms: Couldn't connect to server\n",
      7,
    ],
    ['curl -m 2 slow', {}, '', 'curl: (28) Connection timed out after 2000 milliseconds\n', 28],
    [
      'curl --connect-timeout 1 slow',
      {},
      '',
      'curl: (28) Failed to connect to slow port 80 after 1000 ms: Timeout was reached\n',
      28,
    ],
    [
      'curl slow',
      {},
      '',
      "curl: (28) Failed to connect to slow port 80 after 130000 ms: Couldn't connect to server\n",
      28,
    ],
    [
      'curl --max-time 3 web',
      { respond: () => ({ outcome: 'timeout' }) },
      '',
      'curl: (28) Operation timed out after 3000 milliseconds with 0 bytes received\n',
      28,
    ],
    [
      'curl web',
      { respond: () => ({ outcome: 'empty-reply' }) },
      '',
      'curl: (52) Empty reply from server\n',
      52,
    ],
    [
      'curl --fail web',
      { respond: () => status(404) },
      '',
      'curl: (22) The requested URL returned error: 404\n',
      22,
    ],
    ['curl web', { respond: () => status(404) }, 'oops\n', '', 0],
    ['curl https://web', {}, '', 'curl: (1) Protocol "https" not supported or disabled in libcurl\n', 1],
    [
      'curl',
      {},
      '',
      "curl: (2) no URL specified\ncurl: try 'curl --help' or 'curl --manual' for more information\n",
      2,
    ],
    [
      'curl --nope web',
      {},
      '',
      "curl: option --nope: is unknown\ncurl: try 'curl --help' or 'curl --manual' for more information\n",
      2,
    ],
    [
      'curl -si web',
      {},
      'HTTP/1.1 200 OK\r\nServer: nginx/1.24.0\r\nContent-Type: text/html\r\n\r\nhello\n',
      '',
      0,
    ],
    ['curl -I web', {}, 'HTTP/1.1 200 OK\r\nServer: nginx/1.24.0\r\nContent-Type: text/html\r\n\r\n', '', 0],
    ['curl -s -o /dev/null -w %{http_code}\\n web', {}, '200\n', '', 0],
    ['curl -s -o /dev/null -w %{http_code} gone', {}, '000', '', 7],
    ['curl -s web', { isCutOff: true }, '', '', 6],
    [
      'curl db',
      { files: { '/etc/hosts': '10.96.7.8\tdb # mine\n' } },
      '',
      "curl: (7) Failed to connect to db port 80 after 0 ms: Couldn't connect to server\n",
      7,
    ],
  ];
  test.each(table)('%s', (line, setup, stdout, stderr, code) => {
    expect(runProgram(curl, line, setup)).toMatchObject({ stdout, stderr, code });
  });

  test('-v tells what is sent and what comes back', () => {
    expect(runProgram(curl, 'curl -v web').stderr).toBe(
      '*   Trying 10.96.7.7:80...\n* Connected to web (10.96.7.7) port 80\n> GET / HTTP/1.1\n> Host: web\n> User-Agent: curl/8.5.0\n> Accept: */*\n> \n< HTTP/1.1 200 OK\n< Server: nginx/1.24.0\n< Content-Type: text/html\n< \n* Connection #0 to host web left intact\n',
    );
  });

  test('-X, -H and -d make the request', () => {
    const seen: string[] = [];
    const respond = (target: string, method: string, body: string) => {
      seen.push(`${method} ${target} ${body}`);
      return page;
    };
    runProgram(curl, ['curl', '-s', '-d', 'a=1', '--data', 'b=2', 'web/form'], { respond });
    runProgram(curl, ['curl', '-s', '-XPUT', '-d', '@/data', 'web'], {
      respond,
      files: { '/data': 'from\nfile\n' },
    });
    expect(seen).toEqual(['POST /form a=1&b=2', 'PUT / fromfile']);
    expect(runProgram(curl, ['curl', '-v', '-H', 'Host: other', '-H', 'Accept:', 'web']).stderr).toContain(
      '> GET / HTTP/1.1\n> User-Agent: curl/8.5.0\n> Host: other\n> \n',
    );
  });

  test('-o writes a file; -L follows', () => {
    const moved: HttpOutcome = {
      outcome: 'response',
      response: { status: 301, headers: new Map([['Location', '/new']]), body: 'moved\n' },
    };
    const respond = (target: string) => (target === '/new' ? page : moved);
    expect(runProgram(curl, 'curl -s -o out -L web/old', { respond }).files.get('/out')).toBe('hello\n');
    expect(runProgram(curl, 'curl -s web/old', { respond }).stdout).toBe('moved\n');
  });
});
