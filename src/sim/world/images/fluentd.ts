// fluentd: collects logs on a node; the daemon that most DaemonSets are shown with.
// Departs: it says that it has started, and collects nothing.
import type { Image } from '../image.ts';
import type { Program } from '../process.ts';
import { mebibyte } from '../program-usage.ts';
import { runUntilAsked } from '../programs/run-until-asked.ts';
import { debianPrograms, distributionFiles } from './distribution.ts';

const usage = { idleCpuMillis: 2, memoryBytes: 60 * mebibyte };

const fluentd: Program = (process) => {
  process.host.take?.(process.pid, usage);
  process.stdout.write('[info]: parsing config file is succeeded path="/fluentd/etc/fluent.conf"\n');
  process.stdout.write('[info]: #0 fluentd worker is now running worker=0\n');
  return runUntilAsked(process);
};

export const fluentdImage: Image = {
  repositories: [
    'docker.io/library/fluentd',
    'docker.io/fluent/fluentd',
    'quay.io/fluentd_elasticsearch/fluentd',
  ],
  exampleTag: 'v1.16',
  newest: '1.19',
  contents(_, tools) {
    const programs = debianPrograms(tools);
    programs.set('fluentd', fluentd);
    return {
      command: ['fluentd'],
      ports: [24224],
      programs,
      files: distributionFiles(
        'Debian GNU/Linux 12 (bookworm)',
        new Map([
          [
            '/fluentd/etc/fluent.conf',
            '<source>\n  @type tail\n  path /var/log/containers/*.log\n</source>\n',
          ],
        ]),
      ),
    };
  },
};
