// Lines of kubectl's own log, which it writes to stderr when something went wrong that it has no better words for.
import type { Process } from '../sim/index.ts';
import { formatRfc3339 } from '../sim/index.ts';

/** `E1120 10:53:15.704000   13145 memcache.go:265] …`. `place` is the file and line of kubectl that says it. */
export function logLine(
  process: Process,
  level: 'E' | 'F' | 'I' | 'W',
  place: string,
  message: string,
): string {
  const now = process.host.now();
  const [, month = '', day = '', time = ''] = /-(\d\d)-(\d\d)T(.*)Z/.exec(formatRfc3339(now)) ?? [];
  const fraction = String(Math.floor(now % 1000)).padStart(3, '0');
  return `${level}${month}${day} ${time}.${fraction}000 ${String(process.pid).padStart(7)} ${place}] ${message}`;
}
