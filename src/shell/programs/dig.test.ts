import { describe, expect, test } from 'vitest';
import { domain, runProgram } from '../testing/network-programs.ts';
import { dig } from './dig.ts';

describe('dig', () => {
  test('+short prints the data alone', () => {
    expect(runProgram(dig, `dig +short nginx.${domain}`).stdout).toBe('10.244.1.5\n10.244.2.5\n');
    expect(runProgram(dig, `dig +short SRV _web._tcp.nginx.${domain}`).stdout).toBe(
      `0 100 80 web-0.nginx.${domain}.\n`,
    );
    expect(runProgram(dig, 'dig -x 10.244.1.5 +short').stdout).toBe(`web-0.nginx.${domain}.\n`);
    expect(runProgram(dig, 'dig web +short')).toMatchObject({ stdout: '', code: 0 });
    expect(runProgram(dig, 'dig +search +short web').stdout).toBe('10.96.7.7\n');
  });

  test('prints the sections of an answer', () => {
    const { stdout } = runProgram(dig, `dig SRV _web._tcp.nginx.${domain}`);
    expect(stdout).toContain(
      `; <<>> DiG 9.18.28 <<>> SRV _web._tcp.nginx.${domain}\n;; global options: +cmd\n;; Got answer:\n`,
    );
    expect(stdout).toMatch(
      /status: NOERROR, id: \d+\n;; flags: qr aa rd; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 2\n/,
    );
    expect(stdout).toContain(
      `;; ANSWER SECTION:\n_web._tcp.nginx.${domain}.\t30\tIN\tSRV\t0 100 80 web-0.nginx.${domain}.\n\n`,
    );
    expect(stdout).toContain(`;; ADDITIONAL SECTION:\nweb-0.nginx.${domain}.\t30\tIN\tA\t10.244.1.5\n\n`);
    expect(stdout).toContain(';; WHEN: Fri Nov 20 10:35:41 UTC 2026\n');
  });

  test('says so where there is no such name or no server', () => {
    expect(runProgram(dig, 'dig nobody').stdout).toContain('status: NXDOMAIN');
    expect(runProgram(dig, 'dig web', { isCutOff: true })).toMatchObject({ code: 9, tookMs: 15_000 });
    expect(runProgram(dig, 'dig web MX')).toMatchObject({ code: 1 });
  });
});
