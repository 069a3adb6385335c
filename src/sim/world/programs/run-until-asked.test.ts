import { describe, expect, test } from 'vitest';
import type { Process, Signal } from '../process.ts';
import { runUntilAsked } from './run-until-asked.ts';

/** Runs for 12 s of virtual time, with a signal at 7 s; tells when it worked, and when and how it ended. */
function play(work: boolean, signal?: Signal): { worked: number[]; endedAtMs?: number; code?: number } {
  let nowMs = 0;
  const handlers = new Map<Signal, () => void>();
  const worked: number[] = [];
  const process = { host: { now: () => nowMs }, handlers } as unknown as Process;
  const run = runUntilAsked(process, work ? { everyMs: 5000, do: () => worked.push(nowMs) } : undefined);
  let untilMs = 0;
  for (; nowMs <= 12_000; nowMs += 100) {
    if (nowMs === 7000 && signal) {
      handlers.get(signal)?.();
      untilMs = nowMs;
    }
    if (nowMs < untilMs) continue;
    const { done, value } = run.next();
    if (done) return { worked, endedAtMs: nowMs, code: value };
    untilMs = value.untilMs ?? Number.POSITIVE_INFINITY;
  }
  return { worked };
}

describe('a program in the background', () => {
  test('works at once and every so often', () => {
    expect(play(true)).toEqual({ worked: [0, 5000, 10_000] });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 on %s', (signal) => {
    expect(play(true, signal)).toEqual({ worked: [0, 5000], endedAtMs: 7200, code: 0 });
  });

  test('may have nothing to do', () => {
    expect(play(false)).toEqual({ worked: [] });
    expect(play(false, 'SIGTERM')).toEqual({ worked: [], endedAtMs: 7200, code: 0 });
  });
});
