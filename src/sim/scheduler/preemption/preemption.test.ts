import { describe, expect, test } from 'vitest';
import type { Pod } from '../../api/pod.ts';
import type { PodDisruptionBudget } from '../../api/pod-disruption-budget.ts';
import { PodDisruptionBudgetKind } from '../../api/pod-disruption-budget.ts';
import type { Request } from '../../component.ts';
import {
  complaint,
  NO_VICTIMS,
  pod,
  schedule,
  storeOf,
  threeNodes,
  written,
} from '../../testing/scheduling.ts';

const NO_CPU = '0/3 nodes are available: 3 Insufficient cpu.';

/** A pod that runs on a node since a minute of 2026-01-05T09. */
function running(name: string, node: number, cpu: string, priority = 0, startMinute = 0): Pod {
  const made = pod(name, { nodeName: `node-${node}`, priority }, { cpu });
  const startTime = `2026-01-05T09:${String(startMinute).padStart(2, '0')}:00Z`;
  return { ...made, status: { phase: 'Running', startTime } };
}

const waiting = (cpu = '3', priority = 1000, more: Partial<Pod['spec']> = {}) =>
  pod('hi', { priority, ...more }, { cpu });

/** Who is made to leave, and for which node. */
function outcome(requests: readonly Request[]): {
  readonly victims: readonly string[];
  readonly node: string | undefined;
} {
  const victims = requests.flatMap((request) => (request.verb === 'delete' ? [request.name] : []));
  const status = requests.findLast((request) => request.verb === 'updateStatus');
  const node = status?.verb === 'updateStatus' ? (status.object as Pod).status?.nominatedNodeName : undefined;
  return { victims, node };
}

describe('preemption', () => {
  const rows: readonly (readonly [
    what: string,
    pods: readonly Pod[],
    hi: Pod,
    victims: readonly string[],
    node: string | undefined,
  ])[] = [
    [
      'the lower of two priorities leaves',
      [running('a', 1, '3', 10), running('b', 2, '3', 5), running('c', 3, '3', 10)],
      waiting(),
      ['b'],
      'node-2',
    ],
    [
      'one pod rather than two',
      [
        running('a', 1, '2'),
        running('a2', 1, '1'),
        running('b', 2, '3'),
        running('c', 3, '2'),
        running('c2', 3, '1'),
      ],
      waiting('4'),
      ['b'],
      'node-2',
    ],
    [
      'the youngest, of equal ones',
      [running('a', 1, '3', 0, 1), running('b', 2, '3', 0, 2), running('c', 3, '3', 0, 3)],
      waiting(),
      ['c'],
      'node-3',
    ],
    [
      'who need not leave, stays',
      [running('a', 1, '1', 1), running('a2', 1, '3', 0), running('b', 2, '4', 2), running('c', 3, '4', 2)],
      waiting(),
      ['a2'],
      'node-1',
    ],
    [
      'nobody of the same priority leaves',
      [1, 2, 3].map((n) => running(`p${n}`, n, '3', 1000)),
      waiting(),
      [],
      undefined,
    ],
    [
      'nobody leaves where that would not be enough',
      [1, 2, 3].map((n) => running(`p${n}`, n, '3')),
      waiting('5'),
      [],
      undefined,
    ],
    [
      'nobody leaves for a pod that takes nobody’s place',
      [1, 2, 3].map((n) => running(`p${n}`, n, '3')),
      waiting('3', 1000, { preemptionPolicy: 'Never' }),
      [],
      undefined,
    ],
  ];
  test.each(rows)('%s', (_, pods, hi, victims, node) => {
    expect(outcome(schedule(storeOf(threeNodes(), ...pods, hi), 'hi'))).toEqual({ victims, node });
  });

  test('the victim is told, and the pod says that it waits', () => {
    const pods = [running('a', 1, '3', 0), running('b', 2, '3', 2), running('c', 3, '3', 2)];
    const requests = schedule(storeOf(threeNodes(), ...pods, waiting()), 'hi');
    const condition = { type: 'DisruptionTarget', reason: 'PreemptionByScheduler', status: 'True' };
    expect(written(requests).status?.conditions).toEqual([expect.objectContaining(condition)]);
    const said = requests.flatMap((request) =>
      request.verb === 'event' ? [`${request.event.reason}: ${request.event.message}`] : [],
    );
    expect(said).toEqual([
      expect.stringMatching(/^Preempted: Preempted by pod uid-hi-\d+ on node node-1$/),
      `FailedScheduling: ${NO_CPU}`,
    ]);
  });

  test('a budget that is spent is broken last', () => {
    const pods = [running('a', 1, '3', 0), running('b', 2, '3', 5), running('c', 3, '3', 5)];
    pods[0] = { ...(pods[0] as Pod), metadata: { ...(pods[0] as Pod).metadata, labels: { app: 'kept' } } };
    const store = storeOf(threeNodes(), ...pods, waiting());
    const budget: PodDisruptionBudget = {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'kept', namespace: 'default' },
      spec: { selector: { matchLabels: { app: 'kept' } } },
      status: { disruptionsAllowed: 0, currentHealthy: 1, desiredHealthy: 1, expectedPods: 1 },
    };
    store.put(PodDisruptionBudgetKind, budget, 0);
    expect(outcome(schedule(store, 'hi')).victims).toEqual(['b']);
  });

  test('nobody of lower priority takes the room; the pod itself preempts no second time meanwhile', () => {
    const leaving = running('a', 1, '3');
    leaving.metadata.deletionTimestamp = '2026-01-05T09:10:00Z';
    const hi = { ...waiting(), status: { phase: 'Pending', nominatedNodeName: 'node-1' } } as Pod;
    const others = [running('b', 2, '3'), running('c', 3, '3')];
    const store = storeOf(threeNodes(), leaving, ...others, hi);
    expect(complaint(schedule(store, 'hi'))).toBe(
      `${NO_CPU} no new claims to deallocate, preemption: not eligible due to a terminating pod on the nominated node.`,
    );
    const gone = storeOf(threeNodes(), ...others, hi, pod('lo', { priority: 0 }, { cpu: '3' }));
    expect(complaint(schedule(gone, 'lo'))).toBe(`${NO_CPU} ${NO_VICTIMS}`);
    expect(schedule(gone, 'hi')).toEqual([expect.objectContaining({ verb: 'bind', nodeName: 'node-1' })]);
  });
});
