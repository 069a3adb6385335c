// Whatever is done to a cluster, it keeps its invariants (every test's cluster is held to them); and the same seed gives the same bytes.
// RANDOM_RUNS=10000 makes it a long run, and RANDOM_SEED another one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kinds } from '../sim/index.ts';
import { arbitraryScript } from '../sim/testing/arbitrary-script.ts';
import { workloads } from '../sim/testing/workloads.ts';
import type { Session } from './session.ts';
import { createSession } from './session.ts';

const numRuns = Number(process.env.RANDOM_RUNS ?? 60);
const seed = Number(process.env.RANDOM_SEED ?? 4);
const files = new Map([...workloads].map(([name, text]) => [`${name}.yaml`, text]));
const script = arbitraryScript();
const clusterSeed = fc.nat({ max: 999 });

/** Takes away what keeps a cluster busy, so that it comes to rest. */
const ending = [
  'for n in 1 2 3; do node node-$n on; node node-$n up; kubectl uncordon node-$n; kubectl taint node node-$n odd-; done',
  'kubectl delete -f few.yaml -f tick.yaml --wait=false',
  'settle 10m',
];

function play(lines: readonly string[], of: number): Session {
  const session = createSession({ seed: of, files, freeze: true });
  for (const line of [...lines, ...ending]) {
    session.perform({ do: 'run', line });
    session.terminal.finish();
  }
  return session;
}

/** All there is to see of a session. */
function bytes({ cluster, executions }: Session): string {
  const objects = kinds.flatMap((kind) => cluster.api.list(kind));
  return JSON.stringify([executions.map(({ line, atMs, output }) => [line, atMs, output]), objects]);
}

test('random scripts keep the invariants after every moment', { timeout: 20_000 + numRuns * 2_000 }, () => {
  let rested = 0;
  fc.assert(
    fc.property(script, clusterSeed, (lines, of) => {
      if (play(lines, of).cluster.loop.isSettled()) rested += 1;
    }),
    { numRuns, seed },
  );
  expect(rested).toBeGreaterThan(numRuns / 2);
});

test('the same seed gives the same bytes [C4]', { timeout: 20_000 + numRuns * 1_000 }, () => {
  fc.assert(
    fc.property(script, clusterSeed, (lines, of) => {
      expect(bytes(play(lines, of))).toBe(bytes(play(lines, of)));
    }),
    { numRuns: Math.ceil(numRuns / 6), seed },
  );
});
