import { expect, test } from 'vitest';
import type { NetworkStack } from '../sim/index.ts';
import { noReply } from '../sim/index.ts';
import { createLocalPorts } from './local-ports.ts';

const response = { status: 200, headers: new Map(), body: 'here' };
const beyond = {
  ip: '192.168.1.100',
  connect: () => 'unreachable',
  request: () => ({ outcome: 'unreachable' }),
} as unknown as NetworkStack;
const request = { method: 'GET', target: '/', headers: new Map(), body: '' };

test('a machine reaches its own ports, by loopback and by its address, while they are open', () => {
  const ports = createLocalPorts();
  const network = ports.network(beyond);
  expect(ports.listen(8001, () => response)).toBe(true);
  expect(ports.listen(8001, () => response)).toBe(false);
  expect(ports.listen(70_000, () => response)).toBe(false);
  for (const ip of ['127.0.0.1', '127.1.2.3', '192.168.1.100']) {
    expect(network.connect(ip, 8001)).toBe('open');
    expect(network.request(ip, 8001, request)).toEqual({ outcome: 'response', response });
    expect(network.connect(ip, 8002)).toBe('refused');
    expect(network.request(ip, 8002, request)).toEqual({ outcome: 'refused' });
  }
  expect(network.connect('10.244.1.5', 8001)).toBe('unreachable');
  ports.unlisten(8001);
  expect(network.connect('127.0.0.1', 8001)).toBe('refused');
  expect(ports.listen(8001, () => response)).toBe(true);
});

test('an answer that never comes is none', () => {
  const ports = createLocalPorts();
  ports.listen(80, () => ({ ...response, delayMs: Number.POSITIVE_INFINITY }));
  expect(ports.network(beyond).request('127.0.0.1', 80, request)).toEqual({ outcome: 'timeout' });
});

test('a connection that is closed without a word has no answer', () => {
  const ports = createLocalPorts();
  ports.listen(80, () => noReply);
  expect(ports.network(beyond).request('127.0.0.1', 80, request)).toEqual({ outcome: 'empty-reply' });
});
