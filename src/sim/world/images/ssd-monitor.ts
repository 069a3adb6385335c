// luksa/ssd-monitor: writes SSD OK every five seconds, for ever.
// Departs: it ends when it is asked to; the real one is a loop in a shell that pays no heed to SIGTERM.
import type { Image } from '../image.ts';
import type { Program } from '../process.ts';
import { runUntilAsked } from '../programs/run-until-asked.ts';
import { busyboxPrograms, distributionFiles } from './distribution.ts';

const monitor: Program = (process) =>
  runUntilAsked(process, { everyMs: 5000, do: () => process.stdout.write('SSD OK\n') });

export const ssdMonitor: Image = {
  repositories: ['docker.io/luksa/ssd-monitor'],
  exampleTag: 'v1',
  contents(tag, tools) {
    const programs = busyboxPrograms(tools);
    programs.set('ssd-monitor', monitor);
    return { entrypoint: ['ssd-monitor'], programs, files: distributionFiles(`BusyBox ${tag}`) };
  },
};
