// How a container is asked to end: first its preStop hook, then the signal, within one grace period.
// See "Container hooks" in the documentation: the time that the hook takes is taken from the grace period.
import type { Checks } from './checks.ts';
import type { Container } from './container.ts';
import type { PodWorld } from './pod-world.ts';
import type { WorldAct } from './world.ts';

/** What a process gets at least between the signal and its end by force, however long the hook took. */
const leastGraceMs = 2000;

export function stopGracefully(
  pod: PodWorld,
  container: Container,
  act: WorldAct & { readonly do: 'stop' },
  checks: Checks,
  now: () => number,
): void {
  const { preStop, graceMs } = act;
  if (!preStop || graceMs <= 0 || !container.isRunning || container.record.isStopping) {
    container.stop(graceMs);
    return;
  }
  const sinceMs = now();
  const ask = { container: act.container, purpose: 'preStop', action: preStop, timeoutMs: graceMs };
  checks.start(pod, container, ask, () => {
    const tookSeconds = Math.floor((now() - sinceMs) / 1000);
    container.stop(Math.max(leastGraceMs, graceMs - tookSeconds * 1000));
  });
}
