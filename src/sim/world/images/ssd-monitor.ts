// luksa/ssd-monitor: writes SSD OK every five seconds, for ever, and handles no signal.
import type { Image } from '../image.ts';
import type { Program } from '../process.ts';
import { busyboxPrograms, distributionFiles } from './distribution.ts';

const everyMs = 5000;

const monitor: Program = function* ({ host, stdout }) {
  for (let nextMs = host.now(); ; ) {
    if (host.now() >= nextMs) {
      stdout.write('SSD OK\n');
      nextMs += everyMs;
    }
    yield { untilMs: nextMs };
  }
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
