// dd: copies blocks. From a device that never ends to nowhere it only computes.
//
// Departs: of conv=, iflag=, oflag= and status= only status=none means something.
import type { Input, Process } from '../../sim/index.ts';
import { FileError, untilReadable } from '../../sim/index.ts';
import { openEndless } from '../language/devices.ts';
import { reasonOf } from '../language/redirection.ts';
import type { Steps } from '../language/shell-state.ts';
import { fail, openOperand, pathOf, program, UsageError } from './program.ts';

const factors: Readonly<Record<string, number>> = {
  c: 1,
  w: 2,
  b: 512,
  K: 2 ** 10,
  M: 2 ** 20,
  G: 2 ** 30,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
};
const operands = new Set([
  'if',
  'of',
  'bs',
  'ibs',
  'obs',
  'count',
  'skip',
  'seek',
  'conv',
  'iflag',
  'oflag',
  'status',
]);
/** How much is copied in a ms, and how long a spell of it lasts. */
const bytesPerMs = 1_000_000;
const spellMs = 1000;
export const dd = program(function* (process, args) {
  const given = operandsOf(args);
  const number = (name: string, otherwise: number) => {
    const text = given.get(name);
    return text === undefined ? otherwise : sizeOf(text);
  };
  if (number('seek', 0) > 0) throw new UsageError('petset does not support seek=; use >> to add to a file');
  const blockBytes = number('bs', number('ibs', 512));
  process.host.take?.(process.pid, { memoryBytes: blockBytes });
  const target = targetOf(process, given.get('of'));
  const source = sourceOf(process, given.get('if') ?? '-', target.isFile);
  if (source === undefined) return 1;
  const wanted = blockBytes * number('count', Number.POSITIVE_INFINITY);
  const startMs = process.host.now();
  const copied = yield* copy(process, source, target.take, { skip: blockBytes * number('skip', 0), wanted });
  const endMs = startMs + copied.bytes / bytesPerMs;
  while (process.host.now() < endMs) yield { untilMs: Math.ceil(endMs), isBusy: true };
  if (given.get('status') !== 'none') report(process, copied.bytes, blockBytes, process.host.now() - startMs);
  return copied.isFull ? 1 : 0;
});

function operandsOf(args: readonly string[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const word of args) {
    const [, name = '', value = ''] = /^([a-z]+)=(.*)$/.exec(word) ?? [];
    if (!operands.has(name)) throw new UsageError(`unrecognized operand '${word}'`);
    given.set(name, value);
  }
  return given;
}

function sizeOf(text: string): number {
  const [, digits = '', unit = ''] = /^(\d{1,15})([a-zA-Z]*)$/.exec(text) ?? [];
  const factor = unit === '' ? 1 : (factors[unit] ?? factors[unit.toUpperCase()]);
  if (digits === '' || factor === undefined) throw new UsageError(`invalid number: '${text}'`);
  return Number(digits) * factor;
}

/** A file fills up, so that a device may give all it can at once. */
function sourceOf(process: Process, name: string, isForFile: boolean): Input | undefined {
  const device = isForFile
    ? openEndless(process, pathOf(process, name), Number.POSITIVE_INFINITY)
    : undefined;
  return device ?? openOperand(process, name);
}

interface Target {
  readonly isFile: boolean;
  /** Takes a piece; false: there is no room for it, which has been told. Undefined: it all goes nowhere. */
  readonly take?: (piece: string) => boolean;
}

function targetOf(process: Process, name: string | undefined): Target {
  if (name === '/dev/null') return { isFile: false };
  if (name === undefined || name === '/dev/stdout')
    return { isFile: false, take: (piece) => process.stdout.write(piece) };
  const { files } = process.host;
  const path = pathOf(process, name);
  files.write(path, '');
  const take = (piece: string): boolean => {
    try {
      files.append(path, piece);
      return true;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      fail(process, `error writing '${name}': ${reasonOf(error)}`);
      return false;
    }
  };
  return { isFile: true, take };
}

interface Copied {
  readonly bytes: number;
  /** True where there was no room for more. */
  readonly isFull: boolean;
}

function* copy(
  process: Process,
  source: Input,
  take: Target['take'],
  { skip, wanted }: { readonly skip: number; readonly wanted: number },
): Steps<Copied> {
  let bytes = 0;
  for (let ahead = skip; bytes < wanted; ) {
    // Nobody sees what goes nowhere.
    if (source.untilReadable !== undefined && take === undefined) return yield* computeFor(process, wanted);
    const piece = source.read();
    if (piece === undefined) break;
    if (piece === 'wait') {
      yield untilReadable(source);
      continue;
    }
    const kept = piece.slice(ahead, ahead + wanted - bytes);
    ahead = Math.max(0, ahead - piece.length);
    if (take?.(kept) === false) return { bytes, isFull: true };
    bytes += kept.length;
  }
  return { bytes, isFull: false };
}

/** As long as it takes to copy so much from a device that never ends to nowhere. */
function* computeFor({ host }: Process, bytes: number): Steps<Copied> {
  const endMs = host.now() + bytes / bytesPerMs;
  while (host.now() < endMs)
    yield { untilMs: Math.min(Math.ceil(endMs), host.now() + spellMs), isBusy: true };
  return { bytes, isFull: false };
}

/** In the words of BusyBox. */
function report({ stderr }: Process, bytes: number, blockBytes: number, tookMs: number): void {
  const records = `${Math.floor(bytes / blockBytes)}+${bytes % blockBytes === 0 ? 0 : 1} records`;
  const seconds = Math.max(1, tookMs) / 1000;
  stderr.write(`${records} in\n${records} out\n`);
  stderr.write(
    `${bytes} bytes (${shortSize(bytes)}) copied, ${seconds.toFixed(6)} seconds, ${shortSize(bytes / seconds)}/s\n`,
  );
}

function shortSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let [value, unit] = [bytes, 0];
  for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024;
  return unit === 0 ? `${Math.round(value)}B` : `${value.toFixed(1)}${units[unit]}`;
}
