// Every way a container can end, under every restart policy: the exit code, the reason, the time it takes and what
// the kubelet makes of it. What is expected follows from five rules, written out here.
import { describe, expect, test } from 'vitest';
import type { Container, ContainerState } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { Probe } from '../api/pod-spec.ts';
import { Stage } from '../testing/stage.ts';

type Policy = 'Always' | 'OnFailure' | 'Never';

const policies: readonly Policy[] = ['Always', 'OnFailure', 'Never'];

/** Rule 1: what an exit code is called. (Only memory that ran out is called otherwise.) */
const reasonOf = (exitCode: number) => (exitCode === 0 ? 'Completed' : 'Error');

/** Rule 2: what ends by itself is started again by this. */
const isStartedAgain = (policy: Policy, exitCode: number) =>
  policy === 'Always' || (policy === 'OnFailure' && exitCode !== 0);

/** Rule 3: what a probe ends is started again unless nothing ever is, however it ends. */
const isStartedAgainAfterProbe = (policy: Policy) => policy !== 'Never';

/** Rule 4: how a program meets SIGTERM decides its exit code, and whether the grace period is waited for. */
const answers: readonly { readonly how: string; readonly script: string; readonly exitCode?: number }[] = [
  { how: 'does nothing about SIGTERM', script: 'sleep 999' },
  { how: 'ignores SIGTERM', script: "trap '' TERM; sleep 999" },
  { how: 'ends well on SIGTERM', script: 'trap 0 TERM; sleep 999', exitCode: 0 },
  { how: 'ends badly on SIGTERM', script: 'trap 7 TERM; sleep 999', exitCode: 7 },
  { how: 'ends as if SIGTERM had killed it', script: 'trap 143 TERM; sleep 999', exitCode: 143 },
];

const graces: readonly { readonly pod: number; readonly probe?: number }[] = [
  { pod: 3 },
  { pod: 9, probe: 2 },
  { pod: 2, probe: 6 },
  { pod: 1 },
];

/** Rule 5: however little is asked for, a container has this long between the signal and its end by force. */
const leastGraceSeconds = 2;

const seconds = (from: string | null | undefined, to: string | null | undefined) =>
  (Date.parse(to ?? '') - Date.parse(from ?? '')) / 1000;

const box = (script: string): Container => ({
  name: 'a',
  image: 'busybox:1.36',
  command: ['sh', '-c', script],
});

/** How the container ended the first time, whether or not it runs again by now. */
function firstEnd(stage: Stage): ContainerState['terminated'] {
  const [status] = stage.pod.status?.containerStatuses ?? [];
  return status?.lastState?.terminated ?? status?.state?.terminated;
}

function afterwards(stage: Stage) {
  const [status] = stage.pod.status?.containerStatuses ?? [];
  return { phase: stage.pod.status?.phase, restarts: status?.restartCount };
}

/** What becomes of a pod whose only container has ended. */
function outcome(isRestarted: boolean, exitCode: number) {
  if (isRestarted) return { phase: 'Running', restarts: 1 };
  return { phase: exitCode === 0 ? 'Succeeded' : 'Failed', restarts: 0 };
}

describe('a container that ends by itself', () => {
  const codes = [0, 1, 2, 42, 126, 127, 137, 143, 255];
  test.each(policies.flatMap((policy) => codes.map((exitCode) => [policy, exitCode] as const)))(
    'restartPolicy %s, exit code %i',
    (policy, exitCode) => {
      const containers = [box(`sleep 2; exit ${exitCode}`)];
      const stage = new Stage({ containers, restartPolicy: policy });
      // Long enough to start, to end, to be seen to have ended and to be cleaned up; not to end again.
      stage.run(4.9);
      expect(firstEnd(stage)).toMatchObject({ exitCode, reason: reasonOf(exitCode) });
      expect(afterwards(stage)).toEqual(outcome(isStartedAgain(policy, exitCode), exitCode));
      expect(stage.said(/Killing/)).toEqual([]);
    },
  );
});

/** So long that what was started again is not asked before the test is over. */
const beatSeconds = 12;

describe.each(['liveness', 'startup'] as const)('a container that a %s probe ends', (kind) => {
  const failing = (probe?: number): Probe => ({
    exec: { command: ['false'] },
    periodSeconds: beatSeconds,
    failureThreshold: 1,
    ...(probe === undefined ? {} : { terminationGracePeriodSeconds: probe }),
  });
  const probed = (script: string, probe?: number) => ({ ...box(script), [`${kind}Probe`]: failing(probe) });
  const rows = answers.flatMap((answer) => graces.map((grace) => ({ ...answer, ...grace })));

  function expectEnd(stage: Stage, exitCode: number, waitSeconds: number): void {
    expect(firstEnd(stage)).toMatchObject({ exitCode, reason: reasonOf(exitCode) });
    const took = seconds(stage.event('Killing')?.firstTimestamp, firstEnd(stage)?.finishedAt);
    expect(took).toBeGreaterThanOrEqual(waitSeconds);
    expect(took).toBeLessThanOrEqual(waitSeconds + 1);
  }

  test.each(policies.flatMap((policy) => rows.map((row) => ({ policy, ...row }))))(
    'restartPolicy $policy, pod $pod s, probe $probe s, $how',
    ({ policy, script, pod, probe, exitCode }) => {
      const isRestarted = isStartedAgainAfterProbe(policy);
      // Where nothing is started again the pod as a whole ends, and only its own grace period counts.
      const graceSeconds = isRestarted ? (probe ?? pod) : pod;
      const waitSeconds = exitCode === undefined ? Math.max(leastGraceSeconds, graceSeconds) : 0;
      const containers = [probed(script, probe)];
      const stage = new Stage({ containers, restartPolicy: policy, terminationGracePeriodSeconds: pod });
      stage.run(beatSeconds + waitSeconds + 2.6);
      const words = isRestarted
        ? `Container a failed ${kind} probe, will be restarted`
        : 'Stopping container a';
      expect(stage.said(/Killing/)).toEqual([`1 Killing ${words}`]);
      expectEnd(stage, exitCode ?? 137, waitSeconds);
      expect(afterwards(stage)).toEqual(outcome(isRestarted, exitCode ?? 137));
    },
  );

  test.each(rows)('restartPolicy Never beside another, pod $pod s, probe $probe s, $how', (row) => {
    const { script, pod, probe, exitCode } = row;
    const waitSeconds = exitCode === undefined ? Math.max(leastGraceSeconds, probe ?? pod) : 0;
    const containers = [probed(script, probe), { ...box('sleep 999'), name: 'b' }];
    const stage = new Stage({ containers, restartPolicy: 'Never', terminationGracePeriodSeconds: pod });
    stage.run(beatSeconds + waitSeconds + 2.6);
    expect(stage.said(/Killing/)).toEqual([`1 Killing Container a failed ${kind} probe`]);
    expectEnd(stage, exitCode ?? 137, waitSeconds);
    expect(afterwards(stage)).toEqual({ phase: 'Running', restarts: 0 });
  });
});

describe('a pod that is deleted', () => {
  const rows = policies.flatMap((policy) =>
    answers.flatMap((answer) => [1, 4].map((grace) => ({ policy, ...answer, grace }))),
  );

  test.each(rows)('restartPolicy $policy, grace $grace s, $how', (row) => {
    const { policy, script, grace, exitCode = 137 } = row;
    const stage = new Stage({ containers: [box(script)], restartPolicy: policy }).run(3).delete(grace);
    const waitSeconds = row.exitCode === undefined ? Math.max(leastGraceSeconds, grace) : 0;
    if (waitSeconds > 0) {
      stage.run(waitSeconds - 0.1);
      expect(stage.story.at(-1)).toBe('1/1 Terminating 0');
    }
    stage.run(2.6);
    expect(stage.cluster.store.get(PodKind, 'default', 'p')).toBeUndefined();
    expect(stage.said(/Killing/)).toEqual(['1 Killing Stopping container a']);
    expect(stage.story.at(-1)).toBe(`0/1 ${reasonOf(exitCode)} 0`);
    expect(stage.lastSeen.status?.containerStatuses?.[0]).toMatchObject({
      restartCount: 0,
      state: { terminated: { exitCode, reason: reasonOf(exitCode) } },
    });
  });

  test.each(policies)('at once, restartPolicy %s', (policy) => {
    const stage = new Stage({ containers: [box('sleep 999')], restartPolicy: policy })
      .run(3)
      .delete(0)
      .run(1);
    expect(stage.cluster.store.get(PodKind, 'default', 'p')).toBeUndefined();
    expect(stage.cluster.world.podsOn(stage.lastSeen.spec.nodeName ?? '')).toEqual([]);
  });
});
