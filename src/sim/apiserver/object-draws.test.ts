import { expect, test } from 'vitest';
import { PodKind } from '../api/pod.ts';
import { ServiceKind } from '../api/service.ts';
import { createRandom } from '../machinery/random.ts';
import { ObjectDraws } from './object-draws.ts';

const web = { name: '', generateName: 'web-', namespace: 'default' };
const drawsOf = (seed: number) => new ObjectDraws(createRandom(seed));

function uidsOf(draws: ObjectDraws, count: number): string[] {
  return Array.from({ length: count }, () => {
    const uid = draws.next(PodKind, web).uuid();
    draws.made(PodKind, web);
    return uid;
  });
}

test('what is made elsewhere in between changes nothing', () => {
  const expected = uidsOf(drawsOf(1), 2);
  const draws = drawsOf(1);
  const [first] = uidsOf(draws, 1);
  draws.next(ServiceKind, { name: 'web', namespace: 'default' });
  draws.next(PodKind, { ...web, namespace: 'other' });
  expect([first, ...uidsOf(draws, 1)]).toEqual(expected);
});

test('whoever was refused draws again, and those who come later draw as if nothing had been', () => {
  const [first, , third] = uidsOf(drawsOf(1), 3);
  const draws = drawsOf(1);
  expect(draws.next(PodKind, web).uuid()).toBe(first);
  const [again, ...later] = uidsOf(draws, 3);
  expect(again).not.toBe(first);
  expect(later[1]).toBe(third);
});

test('no two objects draw alike, and another seed draws otherwise', () => {
  const uids = [...uidsOf(drawsOf(1), 100), ...uidsOf(drawsOf(2), 100)];
  expect(new Set(uids).size).toBe(200);
});
