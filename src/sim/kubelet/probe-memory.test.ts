import { describe, expect, test } from 'vitest';
import type { Probe } from '../api/pod-spec.ts';
import type { CheckOutcome } from '../world/check.ts';
import type { ProbeType, Verdict } from './findings.ts';
import { freshProbeMemory, hear, isSteady } from './probe-memory.ts';

const outcomes: Readonly<Record<string, CheckOutcome>> = {
  '+': { what: 'answered', status: 200 },
  '-': { what: 'answered', status: 503 },
  '?': { what: 'impossible', message: 'no such program' },
};

/** Lets a probe hear answers, e.g. `--+`. */
function after(type: ProbeType, probe: Probe, answers: string) {
  let memory = freshProbeMemory(type, 'id');
  [...answers].forEach((answer, i) => {
    memory = hear(memory, type, probe, outcomes[answer] as CheckOutcome, i);
  });
  return memory;
}

describe('a verdict', () => {
  test.each<[ProbeType, Probe, string, Verdict | undefined, 'on hold' | 'steady' | 'counting']>([
    ['liveness', {}, '', 'success', 'counting'],
    ['liveness', {}, '+', 'success', 'steady'],
    ['liveness', {}, '--', 'success', 'counting'],
    ['liveness', {}, '--+--', 'success', 'counting'],
    ['liveness', {}, '---', 'failure', 'on hold'],
    ['liveness', { failureThreshold: 1 }, '-', 'failure', 'on hold'],
    ['liveness', {}, '?????', 'success', 'steady'],
    ['liveness', {}, '--?', 'success', 'steady'],
    ['liveness', {}, '--?-', 'failure', 'on hold'],
    ['readiness', {}, '', 'failure', 'counting'],
    ['readiness', {}, '-', 'failure', 'counting'],
    ['readiness', {}, '---', 'failure', 'steady'],
    ['readiness', {}, '+', 'success', 'steady'],
    ['readiness', {}, '+--', 'success', 'counting'],
    ['readiness', {}, '+---', 'failure', 'steady'],
    ['readiness', { successThreshold: 2 }, '+', 'failure', 'counting'],
    ['readiness', { successThreshold: 2 }, '+-+', 'failure', 'counting'],
    ['readiness', { successThreshold: 2 }, '++', 'success', 'steady'],
    ['startup', {}, '--', undefined, 'counting'],
    ['startup', {}, '--+', 'success', 'on hold'],
    ['startup', {}, '---', 'failure', 'on hold'],
  ])('of %s %j after %j is %s, %s', (type, probe, answers, verdict, state) => {
    const memory = after(type, probe, answers);
    expect(memory.verdict).toBe(verdict);
    const found = memory.isOnHold ? 'on hold' : isSteady(memory, probe) ? 'steady' : 'counting';
    expect(found).toBe(state);
  });
});
