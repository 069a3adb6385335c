// Small servers in Go with which services and probes are shown: each says who answered, or in which version.
import { imageFrom } from '../defined-image.ts';
import type { AnswerDefinition, ProgramDefinition } from '../image-definition.ts';
import { mebibyte } from '../program-usage.ts';

const usage = { requestCpuMs: 0.1, memoryBytes: 3 * mebibyte };
const plain = { 'Content-Type': 'text/plain; charset=utf-8' };
const html = { 'Content-Type': 'text/html; charset=utf-8' };

function goServer(
  port: number,
  log: { readonly started?: string; readonly request?: string },
  answers: readonly AnswerDefinition[],
): ProgramDefinition {
  return { server: { port, onStop: { exitCode: 2 }, usage, log, answers } };
}

export const helloApp = imageFrom({
  name: 'gcr.io/google-samples/hello-app',
  otherNames: [
    'us-docker.pkg.dev/google-samples/containers/gke/hello-app',
    'gcr.io/google_samples/hello-app',
  ],
  tags: ['1.0', '2.0'],
  command: ['server'],
  programs: {
    server: goServer(
      8080,
      { started: 'Server listening on port 8080', request: 'Serving request: $(REQUEST_PATH)' },
      [{ headers: plain, body: 'Hello, world!\nVersion: $(VERSION).0\nHostname: $(HOSTNAME)\n' }],
    ),
  },
});

/** Opens a port, as the documentation's example of a TCP probe wants. */
export const goproxy = imageFrom({
  name: 'registry.k8s.io/goproxy',
  otherNames: ['k8s.gcr.io/goproxy'],
  tags: ['0.1'],
  from: 'scratch',
  command: ['goproxy'],
  programs: {
    goproxy: goServer(8080, {}, [
      {
        status: 500,
        headers: plain,
        body: 'This is a proxy server. Does not respond to non-proxy requests.\n',
      },
    ]),
  },
});

/** The demonstration of the book "Kubernetes: Up and Running"; a tag is a colour. */
export const kuard = imageFrom({
  name: 'gcr.io/kuar-demo/kuard-amd64',
  tags: ['blue', 'green', 'purple', '1', '2', '3'],
  from: 'scratch',
  command: ['/kuard'],
  programs: {
    '/kuard': goServer(
      8080,
      { started: 'Serving on HTTP on :8080', request: '$(CLIENT_IP) $(METHOD) $(TARGET)' },
      [
        {
          path: '/',
          headers: html,
          body: '<html><title>KUAR Demo</title><h1>$(HOSTNAME) $(VERSION)</h1></html>\n',
        },
        { path: '/healthy', headers: plain, body: 'ok' },
        { path: '/ready', headers: plain, body: 'ok' },
      ],
    ),
  },
});

export const helloKubernetes = imageFrom({
  name: 'paulbouwer/hello-kubernetes',
  tags: ['1.10', '1.9', '1.8', '1.5'],
  from: 'alpine',
  env: { MESSAGE: 'Hello world!' },
  command: ['node', 'server.js'],
  programs: {
    node: {
      server: {
        port: 8080,
        onStop: 'ignored',
        usage: { requestCpuMs: 1, memoryBytes: 24 * mebibyte },
        log: { started: 'Listening on: http://$(HOSTNAME):8080' },
        answers: [{ headers: html, body: '<html><h1>$(MESSAGE)</h1><p>pod: $(HOSTNAME)</p></html>\n' }],
      },
    },
  },
});

export const nodeHello = imageFrom({
  name: 'gcr.io/google-samples/node-hello',
  tags: ['1.0'],
  from: 'debian',
  command: ['node', 'server.js'],
  programs: {
    node: {
      server: {
        port: 8080,
        onStop: 'ignored',
        usage: { requestCpuMs: 1, memoryBytes: 16 * mebibyte },
        answers: [{ headers: plain, body: 'Hello Kubernetes!' }],
      },
    },
  },
});
