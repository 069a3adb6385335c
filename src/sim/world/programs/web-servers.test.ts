import { describe, expect, test } from 'vitest';
import { get, mount, pod, testWorld } from '../../testing/test-world.ts';
import type { HttpRequest } from '../process.ts';

describe('web servers', () => {
  test('nginx serves its pages and writes what it did to its log', () => {
    const { world, run } = testWorld();
    run(pod('web', { image: 'k8s.gcr.io/nginx-slim:0.8' }));
    const ask = (target: string, more: Partial<HttpRequest> = {}) => {
      const outcome = world.request('10.244.1.2', 80, get(target, more));
      if (outcome.outcome !== 'response') throw new Error(outcome.outcome);
      return outcome.response;
    };
    const page = ask('/');
    expect(page.status).toBe(200);
    expect(page.body).toContain('<title>Welcome to nginx!</title>');
    expect(page.headers.get('Content-Length')).toBe('615');
    expect(page.headers.get('Server')).toBe('nginx/1.11.1');
    expect(ask('/nosuch').status).toBe(404);
    expect(ask('/nosuch').body).toContain('<center><h1>404 Not Found</h1></center>\r\n');
    expect(ask('/../../../etc/passwd').status).toBe(404);
    expect(ask('/%2e%2e/%2e%2e/etc/passwd').status).toBe(404);
    expect(ask('/%zz').status).toBe(400);
    expect(ask('/', { method: 'POST' }).status).toBe(405);
    expect(ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect(world.logs('uid-web', 'main')?.lines[0]).toMatchObject({
      stream: 'stdout',
      text: '10.244.1.9 - - [20/Nov/2026:10:35:41 +0000] "GET / HTTP/1.1" 200 615 "-" "curl/8.5.0" "-"',
    });
    world.files('uid-web', 'main')?.write('/usr/share/nginx/html/x.txt', 'é');
    expect(ask('/x.txt')).toMatchObject({ status: 200, body: 'é' });
    expect(ask('/x.txt').headers.get('Content-Length')).toBe('2');
    expect(world.connect('10.244.1.2', 8080)).toBe('refused');
  });

  test('an empty volume in place of its pages is forbidden', () => {
    const { world, run } = testWorld();
    run(pod('web', { image: 'nginx:1.24' }), [mount('/usr/share/nginx/html', { type: 'disk', id: 'pv-1' })]);
    expect(world.request('10.244.1.2', 80, get('/'))).toMatchObject({ response: { status: 403 } });
    world.disk('pv-1')?.write('/index.html', 'mine');
    expect(world.request('10.244.1.2', 80, get('/'))).toMatchObject({
      response: { status: 200, body: 'mine' },
    });
  });

  test('two servers in a pod want the same port: the second gives up', () => {
    const { world, run, pass } = testWorld();
    run(
      pod('p', [
        { name: 'a', image: 'nginx:1.24' },
        { name: 'b', image: 'nginx:1.25' },
      ]),
    );
    pass(3000);
    expect(world.container('uid-p', 'a')?.state).toBe('running');
    expect(world.container('uid-p', 'b')).toMatchObject({ state: 'exited', exitCode: 1 });
    expect(world.logs('uid-p', 'b')?.lines.at(-1)?.text).toBe('nginx: [emerg] still could not bind()');
  });

  test('a server told to hang never answers', () => {
    const { world, run } = testWorld();
    run(pod('web', { image: 'nginx:1.24' }), [], [['SIM_HTTP_MODE', 'hang']]);
    expect(world.connect('10.244.1.2', 80)).toBe('open');
    expect(world.request('10.244.1.2', 80, get('/'))).toEqual({ outcome: 'timeout' });
  });

  test('httpd, kubia and hello-world', () => {
    const { world, run } = testWorld();
    run(pod('h', { image: 'httpd:2.4' }));
    run(pod('k', { image: 'luksa/kubia' }));
    run(pod('w', { image: 'hello-world' }));
    expect(world.request('10.244.1.2', 80, get('/'))).toMatchObject({
      response: { body: '<html><body><h1>It works!</h1></body></html>\n' },
    });
    expect(world.request('10.244.1.3', 8080, get('/'))).toMatchObject({
      response: { body: "You've hit k\n" },
    });
    expect(world.container('uid-w', 'main')).toMatchObject({ state: 'exited', exitCode: 0 });
    expect(world.logs('uid-w', 'main')?.lines[1]?.text).toBe('Hello from Docker!');
  });
});
