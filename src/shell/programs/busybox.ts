// busybox: one program with many names, which small images have in the place of a distribution's tools.
import type { Process, Program } from '../../sim/index.ts';
import { fail } from './program.ts';

const path = '/bin/busybox';

/** True on a machine whose tools are BusyBox's: some say things in another way there. */
export function isBusybox({ host }: Process): boolean {
  return host.files.stat(path) !== undefined;
}

/** `busybox TOOL [argument …]`. */
export const busybox: Program = function* (process) {
  const [, name, ...args] = process.argv;
  if (name === undefined) {
    process.stdout.write('BusyBox v1.36.1 multi-call binary.\n\nUsage: busybox [function [arguments]...]\n');
    return 0;
  }
  const program = process.host.lookup(`/bin/${name}`, process.env, process.cwd);
  if (typeof program !== 'function') {
    fail({ ...process, argv: [name] }, 'applet not found');
    return 127;
  }
  return yield* program({ ...process, argv: [name, ...args] });
};
