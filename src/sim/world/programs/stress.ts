// stress, as Linux distributions have it: `stress --cpu 2`, `stress --vm 1 --vm-bytes 250M --vm-hang 1`.
//
// Departs: workers for disks (--io, --hdd) only wait; a worker has all its memory at once and, with --vm-hang, computes nothing.

import type { Result } from '../../machinery/result.ts';
import { failure, success } from '../../machinery/result.ts';
import type { Process, Program } from '../process.ts';
import { mebibyte } from '../program-usage.ts';
import { startWorker } from './workers.ts';

const workersMax = 256;
const byLetter: Readonly<Record<string, string>> = { c: 'cpu', i: 'io', m: 'vm', d: 'hdd', t: 'timeout' };
/** What follows an option; nothing: none does. */
const operandOf: Readonly<Record<string, 'count' | 'bytes' | 'seconds' | 'nothing'>> = {
  cpu: 'count',
  io: 'count',
  vm: 'count',
  hdd: 'count',
  timeout: 'seconds',
  backoff: 'count',
  'vm-bytes': 'bytes',
  'vm-stride': 'bytes',
  'vm-hang': 'seconds',
  'hdd-bytes': 'bytes',
  'vm-keep': 'nothing',
  verbose: 'nothing',
  quiet: 'nothing',
};
const factors: Readonly<Record<string, number>> = { '': 1, b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };
const seconds: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400, y: 31_536_000 };

export const stress: Program = function* (process) {
  const { pid, host, stdout, stderr } = process;
  const options = takeOptions(process.argv.slice(1));
  if (!options.ok) {
    stderr.write(`stress: FAIL: [${pid}] (244) ${options.error}\n`);
    return 1;
  }
  const given = (name: string) => options.value.get(name) ?? 0;
  const kinds = ['cpu', 'io', 'vm', 'hdd'] as const;
  if (kinds.every((kind) => given(kind) === 0)) {
    stdout.write(`Usage: ${process.argv[0]} [OPTION [ARG]] ...\n`);
    return 0;
  }
  const hogs = kinds.map((kind) => `${given(kind)} ${kind}`).join(', ');
  stdout.write(`stress: info: [${pid}] dispatching hogs: ${hogs}\n`);
  startWorkers(process, given, options.value.has('vm-hang'));
  if (!options.value.has('timeout')) while (true) yield {};
  const endMs = host.now() + given('timeout') * 1000;
  while (host.now() < endMs) yield { untilMs: endMs };
  for (const { pid: child, parentPid } of host.processes?.() ?? []) {
    if (parentPid === pid) host.kill(child, 'SIGKILL');
  }
  stdout.write(`stress: info: [${pid}] successful run completed in ${given('timeout')}s\n`);
  return 0;
};

function startWorkers(process: Process, given: (name: string) => number, isHanging: boolean): void {
  const memoryBytes = given('vm-bytes') || 256 * mebibyte;
  for (let i = 0; i < given('cpu'); i++) startWorker(process, {}, true);
  for (let i = 0; i < given('io') + given('hdd'); i++) startWorker(process, {}, false);
  for (let i = 0; i < given('vm'); i++) startWorker(process, { memoryBytes }, !isHanging);
}

/** Numbers by the options' long names; the error is stress's own. */
function takeOptions(args: readonly string[]): Result<ReadonlyMap<string, number>> {
  const options = new Map<string, number>();
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, long, letter = '', inline] = /^--([a-z-]+)$|^-([a-z])(.+)?$/.exec(word) ?? [];
    const name = long ?? byLetter[letter] ?? '';
    const kind = Object.hasOwn(operandOf, name) ? operandOf[name] : undefined;
    if (kind === undefined) return failure(`unrecognized option: ${word}`);
    const text = kind === 'nothing' ? '1' : (inline ?? rest.shift());
    if (text === undefined) return failure(`missing argument to option '${word}'`);
    const [, digits, unit = ''] = /^(\d{1,12})([a-z]?)$/i.exec(text) ?? [];
    const factor = (kind === 'seconds' ? seconds : factors)[unit.toLowerCase()];
    if (digits === undefined || factor === undefined || (kind === 'count' && unit !== ''))
      return failure(`not a number: ${text}`);
    if (kind === 'count' && Number(digits) > workersMax)
      return failure(`petset does not start more than ${workersMax} workers: ${word} ${text}`);
    options.set(name, Number(digits) * factor);
  }
  return success(options);
}
