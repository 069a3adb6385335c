// ghcr.io/subicura/echo: answers on port 3000 with its host name and its version, so that an update can be seen.
// Departs: what it answers is put in words of our own.
import { imageFrom } from '../defined-image.ts';
import { mebibyte } from '../program-usage.ts';

export const echo = imageFrom({
  name: 'ghcr.io/subicura/echo',
  otherNames: ['subicura/echo', 'subicura/whoami'],
  tags: ['v1', 'v2', '1', '2', 'latest'],
  command: ['echo-server'],
  programs: {
    'echo-server': {
      server: {
        port: 3000,
        usage: { idleCpuMillis: 0.1, requestCpuMs: 0.5, memoryBytes: 18 * mebibyte },
        log: { started: 'listening on port 3000' },
        answers: [
          {
            headers: { 'Content-Type': 'application/json; charset=utf-8' },
            body: '{"hostname":"$(HOSTNAME)","version":"$(VERSION)"}\n',
          },
        ],
      },
    },
  },
});
