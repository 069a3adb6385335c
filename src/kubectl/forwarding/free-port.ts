// A port that nobody listens on, where any will do.
import type { Process, RequestHandler } from '../../sim/index.ts';

/** The range that Linux takes such ports from. */
const [first, last] = [32_768, 60_999];
const attemptsMax = 100;

/** Opens a port: the one asked for, or some free one for 0. Undefined where it is in use. */
export function openPort({ host }: Process, port: number, handler: RequestHandler): number | undefined {
  if (port !== 0) return host.listen(port, handler) ? port : undefined;
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const some = first + host.random.int(last - first);
    if (host.listen(some, handler)) return some;
  }
  return undefined;
}
