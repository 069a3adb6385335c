// What programs that only work in the background share: they run until a signal ends them.
import type { Process, Wait } from '../process.ts';

/** How long they take to go once they have been asked. */
const shutdownMs = 200;

/** Does its work at once and then every so often; SIGTERM or SIGINT ends it with 0 after 200 ms. */
export function* runUntilAsked(
  { host, handlers }: Process,
  work?: { readonly everyMs: number; readonly do: () => void },
): Generator<Wait, number, void> {
  let endMs = Number.POSITIVE_INFINITY;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    handlers.set(signal, () => {
      endMs = Math.min(endMs, host.now() + shutdownMs);
    });
  }
  let nextMs = work ? host.now() : Number.POSITIVE_INFINITY;
  while (host.now() < endMs) {
    if (work && host.now() >= nextMs) {
      work.do();
      nextMs += work.everyMs;
    }
    const untilMs = Math.min(nextMs, endMs);
    yield Number.isFinite(untilMs) ? { untilMs } : {};
  }
  return 0;
}
