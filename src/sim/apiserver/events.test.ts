import { expect, test } from 'vitest';
import type { Event } from '../api/event.ts';
import { EventKind } from '../api/event.ts';
import type { KubeObject } from '../api/meta.ts';
import { NamespaceKind } from '../api/namespace.ts';
import { createRandom } from '../machinery/random.ts';
import { EventRecorder } from './events.ts';
import { Store } from './store.ts';

const startMs = 1_767_603_600_000;

function recorder() {
  const store = new Store({ freeze: true });
  store.put(NamespaceKind, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } }, 0);
  const events = new EventRecorder(store, createRandom(1));
  const regarding: KubeObject = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web-0', namespace: 'default', uid: 'u' },
  };
  const say = (reason: string, atMs: number, message = `${reason}!`) =>
    events.record('kubelet', { regarding, type: 'Warning', reason, message }, startMs + atMs);
  const messages = () => store.list<Event>(EventKind).map(({ message, count }) => `x${count} ${message}`);
  const rows = () => store.list(EventKind).map((it) => [it.reason, it.count, it.lastTimestamp]);
  return { say, rows, messages };
}

test('counts equal events on one Event [A9]', () => {
  const { say, rows } = recorder();
  say('BackOff', 0);
  say('Failed', 1000);
  say('BackOff', 60_000);
  expect(rows()).toEqual([
    ['BackOff', 2, '2026-01-05T09:01:00Z'],
    ['Failed', 1, '2026-01-05T09:00:01Z'],
  ]);
});

test('lets one object say 25 things at once, then one every five minutes [A9]', () => {
  const { say, rows } = recorder();
  for (let i = 0; i < 40; i++) say(`Reason${i}`, i);
  expect(rows()).toHaveLength(25);
  say('TooSoon', 250_000);
  expect(rows()).toHaveLength(25);
  say('Later', 301_000);
  expect(rows()).toHaveLength(26);
});

test('combines similar ones from the tenth on [A9]', () => {
  const { say, messages } = recorder();
  const made = (i: number) => say('Created', i * 1000, `pod ${i}`);
  for (let i = 1; i <= 9; i++) made(i);
  expect(messages()).toEqual(Array.from({ length: 9 }, (_, i) => `x1 pod ${i + 1}`));
  made(10);
  made(11);
  expect(messages().slice(9)).toEqual(['x2 (combined from similar events): pod 11']);
  // One that is known is still counted by itself, and so are other reasons.
  made(3);
  say('Failed', 12_000);
  expect(messages()).toContain('x2 pod 3');
  expect(messages().slice(10)).toEqual(['x1 Failed!']);
});

test('combines no longer after ten quiet minutes [A9]', () => {
  const { say, messages } = recorder();
  for (let i = 1; i <= 9; i++) say('Created', i, `pod ${i}`);
  say('Created', 600_010, 'pod 10');
  expect(messages()[9]).toBe('x1 pod 10');
});
