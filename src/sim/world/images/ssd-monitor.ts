// luksa/ssd-monitor: writes SSD OK every five seconds, for ever.
// Departs: it ends when it is asked to; the real one is a loop in a shell that pays no heed to SIGTERM.
import type { Image } from '../image.ts';
import type { Program } from '../process.ts';
import { busyboxPrograms, distributionFiles } from './distribution.ts';

const everyMs = 5000;
/** How long it takes to go once it has been asked. */
const shutdownMs = 200;

const monitor: Program = function* ({ host, handlers, stdout }) {
  let endMs = Number.POSITIVE_INFINITY;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    handlers.set(signal, () => {
      endMs = Math.min(endMs, host.now() + shutdownMs);
    });
  }
  for (let nextMs = host.now(); host.now() < endMs; ) {
    if (host.now() >= nextMs) {
      stdout.write('SSD OK\n');
      nextMs += everyMs;
    }
    yield { untilMs: Math.min(nextMs, endMs) };
  }
  return 0;
};

export const ssdMonitor: Image = {
  repositories: ['docker.io/luksa/ssd-monitor'],
  exampleTag: 'v1',
  contents(tag, tools) {
    const programs = busyboxPrograms(tools);
    programs.set('ssd-monitor', monitor);
    return { entrypoint: ['ssd-monitor'], programs, files: distributionFiles(`BusyBox ${tag}`) };
  },
};
