import { describe, expect, test } from 'vitest';
import type { Handler } from '../api/pod-spec.ts';
import type { CheckOutcome } from '../world/check.ts';
import { failureText } from './check-words.ts';
import { actionOf } from './handler.ts';

const container = { name: 'a', image: 'nginx', ports: [{ name: 'web', containerPort: 8080 }] };
const http = { httpGet: { port: 9999 } };
const tcp = { tcpSocket: { port: 'web' } };
const exec = { exec: { command: ['sleep', '5'] } };

describe('what is said of', () => {
  test.each<[Handler, CheckOutcome, string]>([
    [http, { what: 'answered', status: 404 }, 'HTTP probe failed with statuscode: 404'],
    [
      http,
      { what: 'refused' },
      'Get "http://10.244.1.5:9999/": dial tcp 10.244.1.5:9999: connect: connection refused',
    ],
    [
      { httpGet: { port: 'web', path: 'ready?a=1', host: '10.9.9.9' } },
      { what: 'timed-out' },
      'Get "http://10.9.9.9:8080/ready?a=1": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    ],
    [
      { httpGet: { port: 443, scheme: 'HTTPS' } },
      { what: 'plain-text' },
      'Get "https://10.244.1.5:443/": http: server gave HTTP response to HTTPS client',
    ],
    [http, { what: 'no-reply' }, 'Get "http://10.244.1.5:9999/": EOF'],
    [
      { httpGet: { port: 80, host: 'web.example' } },
      { what: 'no-such-host' },
      'Get "http://web.example:80/": dial tcp: lookup web.example: no such host',
    ],
    [tcp, { what: 'refused' }, 'dial tcp 10.244.1.5:8080: connect: connection refused'],
    [tcp, { what: 'timed-out' }, 'dial tcp 10.244.1.5:8080: i/o timeout'],
    [
      { grpc: { port: 2379 } },
      { what: 'refused' },
      'timeout: failed to connect service "10.244.1.5:2379" within 1s: context deadline exceeded',
    ],
    [exec, { what: 'exited', code: 1, output: 'not yet\n' }, 'not yet\n'],
    [exec, { what: 'timed-out' }, 'command timed out: "sleep 5" timed out after 1s'],
  ])('%j, %j', (handler, outcome, text) => {
    const action = actionOf(container, handler);
    if (!action.ok) throw new Error(action.error);
    const asked = { action: action.value, podIp: '10.244.1.5', timeoutMs: 1000 };
    expect(failureText(outcome, asked)).toBe(text);
  });

  test('a port that has no such name', () => {
    expect(actionOf(container, { tcpSocket: { port: 'none' } })).toEqual({
      ok: false,
      error: 'strconv.Atoi: parsing "none": invalid syntax',
    });
    expect(actionOf(container, { tcpSocket: { port: '81' } })).toMatchObject({ value: { port: 81 } });
  });
});
