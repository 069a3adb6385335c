// `crash POD [-c CONTAINER] [--exit-code N]`: ends a container's main process with an exit code, 1 by default.

import { currentNamespace } from '../../kubectl/index.ts';
import type { Cluster, Process, Program } from '../../sim/index.ts';
import { PodKind } from '../../sim/index.ts';

const usage = 'usage: crash POD [-c CONTAINER] [--exit-code N], with N from 0 to 255\n';

export function crash(cluster: Cluster): Program {
  return function* (process) {
    const call = readCall(process.argv.slice(1));
    if (!call) return fail(process, usage, 2);
    const pod = cluster.view.get(PodKind, currentNamespace(process), call.pod);
    if (!pod) return fail(process, `crash: there is no pod "${call.pod}"\n`, 1);
    const names = pod.spec.containers.map((container) => container.name);
    const container = call.container ?? names[0] ?? '';
    if (!names.includes(container)) {
      return fail(
        process,
        `crash: pod "${call.pod}" has no container "${container}", but: ${names.join(', ')}\n`,
        1,
      );
    }
    if (!cluster.world.crash(pod.metadata.uid ?? '', container, call.exitCode)) {
      return fail(process, `crash: container "${container}" of pod "${call.pod}" is not running\n`, 1);
    }
    return 0;
  };
}

function fail(process: Process, text: string, exitCode: number): number {
  process.stderr.write(text);
  return exitCode;
}

function readCall(
  words: readonly string[],
): { pod: string; container?: string; exitCode: number } | undefined {
  let pod: string | undefined;
  let container: string | undefined;
  let exitCode = 1;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const [flag, inline] = splitFlag(word);
    const isContainer = flag === '-c' || flag === '--container';
    if (isContainer || flag === '--exit-code') {
      const value = inline ?? words[++i];
      if (value === undefined) return undefined;
      if (isContainer) container = value;
      else if (/^\d{1,3}$/.test(value) && Number(value) <= 255) exitCode = Number(value);
      else return undefined;
    } else if (word.startsWith('-') || pod !== undefined) {
      return undefined;
    } else {
      pod = word.replace(/^pods?\//, '');
    }
  }
  if (pod === undefined) return undefined;
  return container === undefined ? { pod, exitCode } : { pod, container, exitCode };
}

function splitFlag(word: string): [flag: string, value: string | undefined] {
  const equals = word.indexOf('=');
  return word.startsWith('--') && equals > 0
    ? [word.slice(0, equals), word.slice(equals + 1)]
    : [word, undefined];
}
