// Agents that run on every node, as far as a cluster notices them: what DaemonSets are shown with.
import { imageFrom } from '../defined-image.ts';
import { mebibyte } from '../program-usage.ts';

export const nodeExporter = imageFrom({
  name: 'prom/node-exporter',
  otherNames: ['quay.io/prometheus/node-exporter'],
  from: 'busybox',
  user: 'nobody',
  entrypoint: ['/bin/node_exporter'],
  programs: {
    '/bin/node_exporter': {
      server: {
        port: 9100,
        onStop: { exitCode: 2 },
        usage: { idleCpuMillis: 1, requestCpuMs: 5, memoryBytes: 12 * mebibyte },
        log: { started: 'level=info msg="Listening on" address=[::]:9100' },
        answers: [
          { path: '/metrics', body: '# HELP node_cpu_seconds_total Seconds the CPUs spent in each mode.\n' },
          { path: '/', body: '<html><h1>Node Exporter</h1></html>\n' },
        ],
      },
    },
  },
});

export const fluentBit = imageFrom({
  name: 'fluent/fluent-bit',
  otherNames: ['cr.fluentbit.io/fluent/fluent-bit'],
  from: 'scratch',
  command: ['/fluent-bit/bin/fluent-bit'],
  programs: {
    '/fluent-bit/bin/fluent-bit': {
      server: {
        port: 2020,
        usage: { idleCpuMillis: 1, memoryBytes: 8 * mebibyte },
        log: { started: '[ info] [sp] stream processor started' },
        answers: [{ path: '/', body: '{"fluent-bit":{"version":"$(VERSION)"}}' }],
      },
    },
  },
});
