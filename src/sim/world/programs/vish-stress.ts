// vish's stress: `-cpus 2` computes on two cores, `-mem-total 250Mi` takes memory piece by piece.
import { formatGoDuration, parseGoDuration } from '../../machinery/duration.ts';
import { parseQuantity, quantityValue } from '../../machinery/quantity.ts';
import type { Result } from '../../machinery/result.ts';
import { failure, success } from '../../machinery/result.ts';
import type { Program } from '../process.ts';
import { goLog } from './go-log.ts';
import { startWorker } from './workers.ts';

const cpusMax = 256;
const place = 'main.go:26';
const flags = ['cpus', 'mem-total', 'mem-alloc-size', 'mem-alloc-sleep'];

interface Wanted {
  readonly cpus: number;
  readonly total: string;
  readonly piece: string;
  readonly sleepMs: number;
}

export const vishStress: Program = function* (process) {
  const wanted = wantedOf(process.argv.slice(1));
  if (!wanted.ok) {
    process.stderr.write(`${wanted.error}\n`);
    return 2;
  }
  const { cpus, total, piece, sleepMs } = wanted.value;
  goLog(
    process,
    place,
    `Allocating "${total}" memory, in "${piece}" chunks, with a ${formatGoDuration(sleepMs)} sleep between allocations`,
  );
  for (let i = 0; i < cpus; i++) {
    goLog(process, place, 'Spawning a thread to consume CPU');
    startWorker(process, {}, true);
  }
  const [bytes, bytesAtOnce] = [bytesOf(total), bytesOf(piece)];
  const pieces = Math.ceil(bytes / Math.max(1, bytesAtOnce));
  process.host.take?.(process.pid, {
    memoryBytesPerSecond: sleepMs > 0 ? (bytesAtOnce * 1000) / sleepMs : 0,
    memoryMaxBytes: bytes,
    ...(sleepMs > 0 ? {} : { memoryBytes: bytes }),
  });
  const doneMs = process.host.now() + pieces * sleepMs;
  while (process.host.now() < doneMs) yield { untilMs: doneMs };
  goLog(process, place, `Allocated "${total}" memory`);
  while (true) yield {};
};

function wantedOf(args: readonly string[]): Result<Wanted> {
  const given = new Map<string, string>();
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name = '', value] = /^--?([a-z-]+)(?:=(.*))?$/.exec(word) ?? [];
    if (/^(?:also)?logtostderr$/.test(name)) continue;
    if (!flags.includes(name)) return failure(`flag provided but not defined: ${word}`);
    const text = value ?? rest.shift();
    if (text === undefined) return failure(`flag needs an argument: -${name}`);
    given.set(name, text);
  }
  const cpus = Number(given.get('cpus') ?? '0');
  if (!Number.isInteger(cpus))
    return failure(`invalid value "${given.get('cpus')}" for flag -cpus: parse error`);
  if (cpus > cpusMax) return failure(`petset does not compute on more than ${cpusMax} cores: -cpus ${cpus}`);
  const sleepMs = parseGoDuration(given.get('mem-alloc-sleep') ?? '1ms');
  if (!sleepMs.ok) return failure(`invalid value for flag -mem-alloc-sleep: ${sleepMs.error}`);
  const [total, piece] = [given.get('mem-total') ?? '0', given.get('mem-alloc-size') ?? '4Ki'];
  for (const text of [total, piece]) {
    const amount = parseQuantity(text);
    if (!amount.ok) return failure(`panic: cannot parse '${text}': ${amount.error}`);
  }
  return success({ cpus, total, piece, sleepMs: sleepMs.value });
}

function bytesOf(text: string): number {
  const amount = parseQuantity(text);
  return amount.ok ? Math.max(0, quantityValue(amount.value)) : 0;
}
