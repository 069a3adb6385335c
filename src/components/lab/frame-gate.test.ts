import { describe, expect, test } from 'vitest';
import { FrameGate } from './frame-gate.ts';

function gated(): { readonly gate: FrameGate; readonly count: () => number } {
  let count = 0;
  const gate = new FrameGate(() => {
    count += 1;
  });
  return { gate, count: () => count };
}

describe('frames on their way to the page', () => {
  test('are sent one at a time, however many are offered', () => {
    const { gate, count } = gated();
    for (let tick = 0; tick < 5; tick += 1) gate.offer();
    expect(count()).toBe(1);
  });

  test('what was held back goes as soon as the page is ready, once', () => {
    const { gate, count } = gated();
    for (let tick = 0; tick < 5; tick += 1) gate.offer();
    gate.shown();
    expect(count()).toBe(2);
    gate.shown();
    expect(count()).toBe(2);
  });

  test('nothing is owed after a frame that could not wait', () => {
    const { gate, count } = gated();
    gate.offer();
    gate.offer();
    gate.sent();
    gate.shown();
    expect(count()).toBe(1);
  });
});
