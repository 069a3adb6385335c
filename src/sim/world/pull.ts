// How long a pull takes, and how it ends.

import { parseImageName } from '../machinery/image-name.ts';
import type { ImageRegistry } from './image.ts';
import type { PullRecord } from './world.ts';

const pullMs = 400;
const failMs = 1080;

/**
 * The outcome of a pull that starts now.
 *
 * Departs: pulls take the same time whatever the size; no registry asks for credentials, so
 * that an unknown repository is not found as an unknown tag is.
 */
export function pullOutcome(
  registry: ImageRegistry,
  name: string,
  sinceMs: number,
  isConnected: boolean,
): { readonly afterMs: number; readonly record: PullRecord; readonly fullName: string } {
  const image = registry.find(name);
  const parsed = parseImageName(name);
  const fullName = 'error' in parsed ? name : parsed.full;
  if (image !== undefined && isConnected) {
    const record = {
      image: name,
      state: 'pulled',
      sinceMs,
      tookMs: pullMs,
      sizeBytes: image.sizeBytes,
    } as const;
    return { afterMs: pullMs, record, fullName };
  }
  const failed = (error: string): PullRecord => ({ image: name, state: 'failed', sinceMs, error });
  const unpack = `failed to pull and unpack image "${fullName}": failed to resolve image`;
  if (isConnected) {
    const error = `rpc error: code = NotFound desc = ${unpack}: ${fullName}: not found`;
    return { afterMs: failMs, record: failed(error), fullName };
  }
  const host = fullName.split('/', 1)[0] === 'docker.io' ? 'registry-1.docker.io' : fullName.split('/', 1)[0];
  const error = `rpc error: code = Unknown desc = ${unpack}: failed to do request: dial tcp: lookup ${host}: i/o timeout`;
  return { afterMs: failMs, record: failed(error), fullName };
}
