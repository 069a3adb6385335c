// Web applications that are often installed, as far as a cluster notices them: they have a page.
import { imageFrom } from '../defined-image.ts';
import { mebibyte } from '../program-usage.ts';

const html = { 'Content-Type': 'text/html; charset=UTF-8' };

/** Departs: it looks for no database, and nobody can set it up. */
export const wordpress = imageFrom({
  name: 'wordpress',
  from: 'debian',
  tools: ['curl'],
  command: ['apache2-foreground'],
  stopSignal: 'SIGWINCH',
  programs: {
    'apache2-foreground': {
      server: {
        port: 80,
        usage: { idleCpuMillis: 0.5, requestCpuMs: 25, memoryBytes: 45 * mebibyte },
        log: {
          started:
            'WordPress not found in /var/www/html - copying now...\nComplete! WordPress has been successfully copied to /var/www/html',
        },
        answers: [
          { path: '/', status: 302, headers: { Location: '/wp-admin/install.php', ...html } },
          {
            path: '/wp-admin/install.php',
            headers: html,
            body: '<html><title>WordPress &rsaquo; Installation</title></html>\n',
          },
        ],
      },
    },
  },
});

export const tomcat = imageFrom({
  name: 'tomcat',
  from: 'debian',
  tools: ['curl'],
  command: ['catalina.sh', 'run'],
  programs: {
    'catalina.sh': {
      server: {
        port: 8080,
        startMs: 2500,
        onStop: { exitCode: 143 },
        usage: { idleCpuMillis: 1.5, requestCpuMs: 1, memoryBytes: 110 * mebibyte },
        log: {
          started:
            'INFO [main] org.apache.catalina.startup.Catalina.start Server startup in [512] milliseconds',
        },
        answers: [
          { status: 404, headers: html, body: '<html><h1>HTTP Status 404 – Not Found</h1></html>\n' },
        ],
      },
    },
  },
});

export const podinfo = imageFrom({
  name: 'stefanprodan/podinfo',
  otherNames: ['ghcr.io/stefanprodan/podinfo'],
  tools: ['curl'],
  user: '100:101',
  command: ['./podinfo'],
  workingDirectory: '/app',
  programs: {
    '/app/podinfo': {
      server: {
        port: 9898,
        usage: { requestCpuMs: 0.2, memoryBytes: 14 * mebibyte },
        log: { started: '{"level":"info","msg":"Starting HTTP Server.","addr":":9898"}' },
        answers: [
          { path: '/healthz', body: '{\n  "status": "OK"\n}' },
          { path: '/readyz', body: '{\n  "status": "OK"\n}' },
          { path: '/version', body: '{\n  "version": "$(VERSION)"\n}' },
          {
            path: '/',
            body: '{\n  "hostname": "$(HOSTNAME)",\n  "version": "$(VERSION)",\n  "message": "greetings from podinfo v$(VERSION)"\n}',
          },
        ],
      },
    },
  },
});

export const registry = imageFrom({
  name: 'registry',
  command: ['/entrypoint.sh', '/etc/docker/registry/config.yml'],
  programs: {
    '/entrypoint.sh': {
      server: {
        port: 5000,
        onStop: { exitCode: 2 },
        usage: { requestCpuMs: 0.3, memoryBytes: 8 * mebibyte },
        log: { started: 'level=info msg="listening on [::]:5000"' },
        answers: [
          { path: '/v2/', body: '{}' },
          { path: '/', body: '' },
        ],
      },
    },
  },
});

export const nginxDemo = imageFrom({
  name: 'nginxdemos/hello',
  tags: ['plain-text', 'latest', '0.4', '0.4-plain-text'],
  stopSignal: 'SIGQUIT',
  command: ['nginx', '-g', 'daemon off;'],
  programs: {
    nginx: {
      server: {
        port: 80,
        usage: { requestCpuMs: 0.2, memoryBytes: 4 * mebibyte },
        answers: [
          {
            headers: { 'Content-Type': 'text/plain' },
            body: 'Server address: $(HOSTNAME):80\nServer name: $(HOSTNAME)\nURI: $(TARGET)\n',
          },
        ],
      },
    },
  },
});
