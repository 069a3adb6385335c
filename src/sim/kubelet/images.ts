// Whether a container's image is there, must be pulled, or cannot be had.
import type { Container } from '../api/pod.ts';
import { formatGoDuration } from '../machinery/duration.ts';
import { parseImageName } from '../machinery/image-name.ts';
import type { PullRecord } from '../world/world.ts';
import { backOffUntilMs, raised } from './backoff.ts';
import type { Reason } from './memory.ts';
import type { Turn } from './turn.ts';
import { remember, say } from './turn.ts';

export type ImageOutcome =
  | { readonly outcome: 'present' | 'pull' }
  | { readonly outcome: 'failed'; readonly reason: Reason; readonly backOffUntilMs?: number };

/** Looks for the image, saying what it finds. `pull`: the runtime has to be asked for it. */
export function lookForImage(turn: Turn, container: Container): ImageOutcome {
  const image = container.image ?? '';
  const parsed = parseImageName(image);
  if ('error' in parsed) {
    const message = `Failed to apply default image tag "${image}": couldn't parse image name "${image}": ${parsed.error}`;
    say(turn, 'Warning', 'InspectFailed', message, container);
    return failed(turn, container, { reason: 'InvalidImageName', message });
  }
  const isPresent = turn.view.world.hasImage(turn.nodeName, image);
  const policy = container.imagePullPolicy ?? (parsed.tag === 'latest' ? 'Always' : 'IfNotPresent');
  if (isPresent && policy !== 'Always') {
    const message = `Container image "${image}" already present on machine and can be accessed by the pod`;
    say(turn, 'Normal', 'Pulled', message, container);
    return { outcome: 'present' };
  }
  if (policy === 'Never') {
    const message = `Container image "${image}" is not present with pull policy of Never`;
    say(turn, 'Warning', 'ErrImageNeverPull', message, container);
    return failed(turn, container, { reason: 'ErrImageNeverPull', message });
  }
  const entry = turn.memory.pulls.get(image);
  const untilMs = entry && backOffUntilMs(turn.memory.pulls, image, entry.atMs, turn.nowMs);
  if (untilMs !== undefined) return heldBack(turn, container, untilMs);
  say(turn, 'Normal', 'Pulling', `Pulling image "${image}"`, container);
  return { outcome: 'pull' };
}

/** Takes note of how a pull that began at `sinceMs` ended, saying so. */
export function finishPull(
  turn: Turn,
  container: Container,
  record: PullRecord,
  sinceMs: number,
): ImageOutcome {
  const { state, error = 'unknown error', tookMs = 0, sizeBytes = 0 } = record;
  const image = container.image ?? '';
  if (state !== 'failed') {
    const took = formatGoDuration(tookMs);
    const waited = formatGoDuration(Math.max(tookMs, turn.nowMs - sinceMs));
    const message = `Successfully pulled image "${image}" in ${took} (${waited} including waiting). Image size: ${sizeBytes} bytes.`;
    say(turn, 'Normal', 'Pulled', message, container);
    return { outcome: 'present' };
  }
  say(turn, 'Warning', 'Failed', `Failed to pull image "${image}": ${error}`, container);
  remember(turn, {
    pulls: raised(turn.memory.pulls, image, turn.nowMs, turn.nowMs),
    pullErrors: new Map(turn.memory.pullErrors).set(image, error),
  });
  return failed(turn, container, { reason: 'ErrImagePull', message: error });
}

function heldBack(turn: Turn, container: Container, untilMs: number): ImageOutcome {
  const image = container.image ?? '';
  const message = `Back-off pulling image "${image}"`;
  say(turn, 'Normal', 'BackOff', message, container);
  const error = turn.memory.pullErrors.get(image);
  const detail = error === undefined ? message : `${message}: ErrImagePull: ${error}`;
  const outcome = failed(turn, container, { reason: 'ImagePullBackOff', message: detail });
  return { ...outcome, backOffUntilMs: untilMs };
}

function failed(turn: Turn, container: Container, reason: Reason): ImageOutcome & { outcome: 'failed' } {
  say(turn, 'Warning', 'Failed', `Error: ${reason.reason}`, container);
  return { outcome: 'failed', reason };
}
