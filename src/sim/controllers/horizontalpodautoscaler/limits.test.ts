import { describe, expect, test } from 'vitest';
import type { LimitInput } from './limits.ts';
import { limit } from './limits.ts';

const nowMs = 10_000_000;
const nothing = { recommendations: [], changes: [] };
const policy = (type: string, value: number, periodSeconds = 60) => ({ type, value, periodSeconds });

function limited(input: Partial<LimitInput> & { readonly wanted: number }) {
  const {
    replicas,
    stabilized,
    limited: bound,
  } = limit({
    currentReplicas: 5,
    minReplicas: 1,
    maxReplicas: 100,
    memory: nothing,
    behavior: undefined,
    nowMs,
    ...input,
  });
  return `${replicas} ${stabilized.reason} ${bound.isLimited ? bound.reason : '-'}`;
}

/** Recommendations so many seconds ago. */
const recommended = (...pairs: readonly (readonly [secondsAgo: number, replicas: number])[]) => ({
  recommendations: pairs.map(([ago, replicas]) => ({ atMs: nowMs - ago * 1000, replicas })),
  changes: [],
});
const changed = (...pairs: readonly (readonly [secondsAgo: number, by: number])[]) => ({
  recommendations: [],
  changes: pairs.map(([ago, by]) => ({ atMs: nowMs - ago * 1000, by })),
});

describe('without a behavior', () => {
  test.each<[Parameters<typeof limited>[0], string]>([
    [{ wanted: 7 }, '7 ReadyForNewScale -'],
    [{ wanted: 50 }, '10 ReadyForNewScale ScaleUpLimit'],
    [{ wanted: 9, currentReplicas: 1 }, '4 ReadyForNewScale ScaleUpLimit'],
    [{ wanted: 50, maxReplicas: 8 }, '8 ReadyForNewScale TooManyReplicas'],
    [{ wanted: 0, minReplicas: 2 }, '2 ReadyForNewScale TooFewReplicas'],
    [{ wanted: 2, memory: recommended([299, 4], [10, 3]) }, '4 ScaleDownStabilized -'],
    [{ wanted: 2, memory: recommended([301, 4], [10, 3]) }, '3 ScaleDownStabilized -'],
    [{ wanted: 8, memory: recommended([10, 3]) }, '8 ReadyForNewScale -'],
  ])('%o', (input, expected) => {
    expect(limited(input)).toBe(expected);
  });
});

describe('with a behavior', () => {
  const up = {
    policies: [policy('Pods', 4), policy('Percent', 100)],
    selectPolicy: 'Max',
    stabilizationWindowSeconds: 0,
  };
  const down = {
    policies: [policy('Pods', 2), policy('Percent', 50)],
    selectPolicy: 'Max',
    stabilizationWindowSeconds: 0,
  };
  const both = { scaleUp: up, scaleDown: down };
  const at = (currentReplicas: number) => ({ currentReplicas, behavior: both });

  test.each<[string, Parameters<typeof limited>[0], string]>([
    ['the larger step up', { ...at(10), wanted: 90 }, '20 ReadyForNewScale ScaleUpLimit'],
    ['or that of pods', { ...at(2), wanted: 90 }, '6 ReadyForNewScale ScaleUpLimit'],
    [
      'less what has been added',
      { ...at(10), wanted: 90, memory: changed([30, 6]) },
      '10 ReadyForNewScale ScaleUpLimit',
    ],
    [
      'but not what was added before',
      { ...at(10), wanted: 90, memory: changed([61, 6]) },
      '20 ReadyForNewScale ScaleUpLimit',
    ],
    ['the larger step down', { ...at(10), wanted: 1 }, '5 ReadyForNewScale ScaleDownLimit'],
    ['or that of pods', { ...at(3), wanted: 1 }, '1 ReadyForNewScale -'],
    [
      'the smaller step',
      { wanted: 90, currentReplicas: 10, behavior: { ...both, scaleUp: { ...up, selectPolicy: 'Min' } } },
      '14 ReadyForNewScale ScaleUpLimit',
    ],
    [
      'none at all',
      {
        wanted: 1,
        currentReplicas: 10,
        behavior: { ...both, scaleDown: { ...down, selectPolicy: 'Disabled' } },
      },
      '10 ReadyForNewScale ScaleDownLimit',
    ],
    [
      'never beyond the bounds',
      { ...at(10), wanted: 90, maxReplicas: 12 },
      '12 ReadyForNewScale TooManyReplicas',
    ],
    ['nor below them', { ...at(10), wanted: 1, minReplicas: 7 }, '7 ReadyForNewScale TooFewReplicas'],
    [
      'the lowest of a window, going up',
      {
        ...at(10),
        wanted: 16,
        behavior: { ...both, scaleUp: { ...up, stabilizationWindowSeconds: 60 } },
        memory: recommended([50, 12], [61, 3]),
      },
      '12 ScaleUpStabilized -',
    ],
    [
      'the highest of five minutes, going down, where no window is given',
      {
        ...at(10),
        wanted: 6,
        behavior: { scaleUp: up, scaleDown: { policies: down.policies, selectPolicy: 'Max' } },
        memory: recommended([290, 9]),
      },
      '9 ScaleDownStabilized -',
    ],
  ])('%s', (_, input, expected) => {
    expect(limited(input)).toBe(expected);
  });
});
