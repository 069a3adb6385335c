// The applications of the course's notes and of the documentation: what they answer, write and keep.
import { describe, expect, test } from 'vitest';
import { get, mount, pod, selfNetwork, testWorld } from '../../testing/test-world.ts';
import type { HttpRequest } from '../process.ts';

/** A pod of that image, and what it answers to a path. */
function app(image: string, container: Parameters<typeof pod>[1] = {}, env: [string, string][] = []) {
  const it = testWorld({ network: selfNetwork(() => it.world) });
  it.run(pod('app', { image, ...container }), [], env);
  const ask = (port: number, target: string, more: Partial<HttpRequest> = {}): [number, string] | string => {
    const outcome = it.world.request('10.244.1.2', port, get(target, more));
    return outcome.outcome === 'response'
      ? [outcome.response.status, outcome.response.body]
      : outcome.outcome;
  };
  const log = () => it.world.logs('uid-app', 'main')?.lines.map(({ text }) => text);
  const exec = (...command: string[]): [number | undefined, string] => {
    const started = it.world.exec('uid-app', 'main', command);
    it.pass(0);
    if (!started || 'error' in started) throw new Error(started?.error ?? 'it does not run');
    return [started.exitCode(), started.stdout.text() + started.stderr.text()];
  };
  return { ...it, ask, log, exec };
}

describe('the notes’ own applications', () => {
  test('kubia says who was hit, and logs who asked', () => {
    const { ask, log } = app('luksa/kubia');
    expect(ask(8080, '/')).toEqual([200, "You've hit app\n"]);
    expect(log()).toEqual(['Kubia server starting...', 'Received request from ::ffff:10.244.1.9']);
  });

  test.each([
    ['v1', "You've hit app\n"],
    ['v2', 'This is v2 running in pod app\n'],
    ['v4', 'This is v4 running in pod app\n'],
  ])('kubia:%s greets in its own words', (tag, greeting) => {
    expect(app(`luksa/kubia:${tag}`).ask(8080, '/')).toEqual([200, greeting]);
  });

  test('kubia:v3 fails from its fifth request on', () => {
    const { ask } = app('luksa/kubia:v3');
    const codes = [1, 2, 3, 4, 5, 6].map(() => ask(8080, '/')[0]);
    expect(codes).toEqual([200, 200, 200, 200, 500, 500]);
  });

  test('kubia-unhealthy is not well from its sixth request on', () => {
    const { ask } = app('luksa/kubia-unhealthy');
    const answers = [1, 2, 3, 4, 5, 6].map(() => ask(8080, '/'));
    expect(answers.slice(0, 5)).toEqual(Array(5).fill([200, "You've hit app\n"]));
    expect(answers[5]).toEqual([500, "I'm not well. Please restart me!"]);
  });

  test('kubia-pet stores what is posted, on its volume', () => {
    const { world, run } = testWorld();
    const disk = [mount('/var/data', { type: 'disk', id: 'pv-1' })];
    run(pod('kubia-0', { image: 'luksa/kubia-pet' }), disk);
    const ask = (ip: string, more: Partial<HttpRequest> = {}) => world.request(ip, 8080, get('/', more));
    expect(ask('10.244.1.2')).toMatchObject({
      response: { body: "You've hit kubia-0\nData stored on this pod: No data posted yet\n" },
    });
    expect(ask('10.244.1.2', { method: 'POST', body: 'Hey there!' })).toMatchObject({
      response: { status: 200, body: 'Data stored on pod kubia-0\n' },
    });
    expect(world.disk('pv-1')?.read('/kubia.txt')).toBe('Hey there!');
    world.act({ do: 'remove-pod', podUid: 'uid-kubia-0' });
    run({ ...pod('kubia-0', { image: 'luksa/kubia-pet' }, 'node-2') }, disk);
    expect(ask('10.244.2.2')).toMatchObject({
      response: { body: "You've hit kubia-0\nData stored on this pod: Hey there!\n" },
    });
  });

  test('kubia-pet-peers says that it finds nobody where there is no Service', () => {
    const { ask } = app('luksa/kubia-pet-peers');
    expect(ask(8080, '/data')).toEqual([200, 'No data posted yet']);
    expect(ask(8080, '/')[1]).toContain('Could not look up DNS SRV records: Error: querySrv ENOTFOUND');
  });

  test('ssd-monitor says so every five seconds', () => {
    const { log, pass } = app('luksa/ssd-monitor');
    pass(11_000);
    expect(log()).toEqual(['SSD OK', 'SSD OK', 'SSD OK']);
  });

  test.each(['v1', 'v2'])('echo:%s tells its version', (tag) => {
    expect(app(`ghcr.io/subicura/echo:${tag}`).ask(3000, '/')).toEqual([
      200,
      `{"hostname":"app","version":"${tag}"}\n`,
    ]);
  });

  test.each(['c1t1d0s7/myweb', 'ghcr.io/c1t1d0s7/go-myweb'])(
    '%s is as healthy as it is asked to be',
    (image) => {
      const { ask } = app(image);
      expect(ask(8080, '/')).toEqual([200, 'Hello World!\napp\n']);
      expect(ask(8080, '/health')).toEqual([200, '200\n']);
      expect(ask(8080, '/health?code=404')).toEqual([404, '404\n']);
      expect(ask(8080, '/health?a=1&code=503')).toEqual([503, '503\n']);
      expect(ask(8080, '/health?code=9999')).toEqual([400, 'no such code\n']);
      expect(ask(8080, '/health?code=x')).toEqual([400, 'no such code\n']);
    },
  );
});

describe('redis', () => {
  const answers: [string[], string][] = [
    [['set', 'a', 'hello world'], 'OK'],
    [['get', 'a'], 'hello world'],
    [['get', 'b'], ''],
    [['append', 'a', '!'], '12'],
    [['strlen', 'a'], '12'],
    [['incr', 'n'], '1'],
    [['incrby', 'n', '5'], '6'],
    [['decr', 'n'], '5'],
    [['incr', 'a'], 'ERR value is not an integer or out of range\n'],
    [['mset', 'x', '1', 'y', '2'], 'OK'],
    [['mget', 'x', 'y', 'z'], '1\n2\n'],
    [['exists', 'x', 'z'], '1'],
    [['rpush', 'l', 'b', 'c'], '2'],
    [['lpush', 'l', 'a'], '3'],
    [['lrange', 'l', '0', '-1'], 'a\nb\nc'],
    [['lpop', 'l'], 'a'],
    [['rpop', 'l'], 'c'],
    [['llen', 'l'], '1'],
    [['get', 'l'], 'WRONGTYPE Operation against a key holding the wrong kind of value\n'],
    [['hset', 'h', 'f', 'v', 'g', 'w'], '2'],
    [['hget', 'h', 'g'], 'w'],
    [['hgetall', 'h'], 'f\nv\ng\nw'],
    [['type', 'h'], 'hash'],
    [['keys', '?'], 'a\nh\nl\nn\nx\ny'],
    [['keys', '*a*'], 'a'],
    [['keys', '[a-z]('], ''],
    [['del', 'x', 'z'], '1'],
    [['setnx', 'y', '3'], '0'],
    [['dbsize'], '5'],
    [['get'], "ERR wrong number of arguments for 'get' command\n"],
    [['nosuch', 'a'], "ERR unknown command 'nosuch', with args beginning with: 'a' \n"],
    [['config', 'get', 'maxmemory'], 'maxmemory\n0'],
    [['config', 'set', 'maxmemory', '2mb'], 'OK'],
    [['config', 'get', 'maxmemory'], 'maxmemory\n2097152'],
    [['ping'], 'PONG'],
    [['flushall'], 'OK'],
    [['dbsize'], '0'],
  ];

  test('answers its client', () => {
    const { exec } = app('redis:7');
    for (const [command, answer] of answers) {
      expect([command, ...exec('redis-cli', ...command)]).toEqual([command, 0, `${answer}\n`]);
    }
  });

  test('says that nobody is there', () => {
    const { exec } = app('redis:7');
    expect(exec('redis-cli', '-p', '80', 'ping')).toEqual([
      1,
      'Could not connect to Redis at 127.0.0.1:80: Connection refused\n',
    ]);
    expect(exec('redis-cli', '-h', 'nosuch', 'ping')).toEqual([
      1,
      'Could not connect to Redis at nosuch:6379: Name or service not known\n',
    ]);
  });

  test.each([
    ['that is asked to end', [], 'stop', 'v'],
    ['that is killed', [], 'kill', ''],
    ['that appends and is killed', ['--appendonly', 'yes'], 'kill', 'v'],
    ['that saves nothing', ['--save', ''], 'stop', ''],
  ] as const)('one %s keeps its data or does not', (_, args, end, kept) => {
    const it = testWorld({ network: selfNetwork(() => it.world) });
    const disk = [mount('/data', { type: 'disk', id: 'pv-1' })];
    const object = pod('r', { image: 'redis:7', command: ['redis-server', ...args] });
    const ask = (...command: string[]) => {
      const exec = it.world.exec('uid-r', 'main', ['redis-cli', ...command]);
      it.pass(0);
      return exec && 'stdout' in exec ? exec.stdout.text() : undefined;
    };
    it.run(object, disk);
    ask('set', 'k', 'v');
    if (end === 'stop') it.world.act({ do: 'stop', podUid: 'uid-r', container: 'main', graceMs: 30_000 });
    else it.world.crash('uid-r', 'main', 137);
    it.pass(1000);
    expect(it.world.container('uid-r', 'main')?.exitCode).toBe(end === 'stop' ? 0 : 137);
    it.run(object, disk);
    expect(ask('get', 'k')).toBe(`${kept}\n`);
  });

  test('a password is asked for, and a wrong configuration refused', () => {
    const { exec } = app('redis:7', { command: ['redis-server', '--requirepass', 'secret'] });
    expect(exec('redis-cli', 'ping')).toEqual([0, 'NOAUTH Authentication required.\n\n']);
    expect(exec('redis-cli', '-a', 'secret', 'ping')).toEqual([0, 'PONG\n']);
    const bad = app('redis:7', { command: ['redis-server', '/none.conf'] });
    expect(bad.world.container('uid-app', 'main')).toMatchObject({ exitCode: 1 });
    expect(bad.log()?.join('\n')).toContain("Can't open config file '/none.conf'");
  });
});

describe('the documentation’s images', () => {
  test('hello-app tells its version', () => {
    expect(app('gcr.io/google-samples/hello-app:2.0').ask(8080, '/')).toEqual([
      200,
      'Hello, world!\nVersion: 2.0.0\nHostname: app\n',
    ]);
  });

  test.each(['registry.k8s.io/liveness', 'registry.k8s.io/e2e-test-images/agnhost:2.40'])(
    '%s is well for ten seconds',
    (image) => {
      const { ask, pass } = app(
        image,
        image.includes('agnhost') ? { args: ['liveness'] } : { args: ['/server'] },
      );
      expect(ask(8080, '/healthz')).toEqual([200, 'ok']);
      pass(10_000);
      expect(ask(8080, '/healthz')[0]).toBe(500);
    },
  );

  test('agnhost netexec', () => {
    const { ask, log, world, pass } = app('registry.k8s.io/e2e-test-images/agnhost:2.53', {
      args: ['netexec', '--http-port=8081'],
    });
    expect(ask(8081, '/hostname')).toEqual([200, 'app']);
    expect(ask(8081, '/echo?msg=hi+there%21')).toEqual([200, 'hi there!']);
    expect(ask(8081, '/nosuch')).toEqual([404, '404 page not found\n']);
    expect(log()?.[0]).toMatch(/\] Started HTTP server on port 8081$/);
    ask(8081, '/exit?code=7');
    pass(0);
    expect(world.container('uid-app', 'main')).toMatchObject({ exitCode: 7 });
  });

  test('agnhost refuses by name what it does not know', () => {
    const { log } = app('registry.k8s.io/e2e-test-images/agnhost:2.53', { args: ['porter'] });
    expect(log()?.[0]).toContain('does not know the command "porter"; use grpc-health-checking, liveness');
  });

  test.each([
    ['hashicorp/http-echo', { args: ['-text=hi'] }, 5678, 'hi\n'],
    ['hashicorp/http-echo', { args: ['-text', 'hi', '--listen=:80'] }, 80, 'hi\n'],
    [
      'python:3.12',
      { command: ['python3', '-m', 'http.server', '9000'], workingDir: '/srv' },
      9000,
      'Directory listing',
    ],
    ['traefik/whoami', {}, 80, 'Hostname: app\nIP: 127.0.0.1'],
    ['kicbase/echo-server:1.0', {}, 8080, 'Request served by app\n\nGET / HTTP/1.1\n'],
    ['registry.k8s.io/echoserver:1.10', {}, 8080, 'Hostname: app\n'],
    ['registry.k8s.io/serve_hostname', {}, 9376, 'app'],
    ['registry.k8s.io/hpa-example', {}, 80, 'OK!'],
    ['nginxdemos/hello:plain-text', {}, 80, 'Server name: app'],
    ['stefanprodan/podinfo:6.7', {}, 9898, '"hostname": "app"'],
    ['gcr.io/google-samples/node-hello:1.0', {}, 8080, 'Hello Kubernetes!'],
  ])('%s %j answers on port %i', (image, container, port, text) => {
    expect(app(image, container).ask(port, '/')).toEqual([200, expect.stringContaining(text)]);
  });

  test.each([
    ['hashicorp/http-echo', {}, 127, 'Missing -text option!'],
    ['python:3.12', { command: ['python', '-c', "print('hi')"] }, 0, 'hi'],
    ['python:3.12', { command: ['python', '-c', 'import sys; sys.exit(3)'] }, 3, undefined],
    ['python:3.12', { command: ['python', 'app.py'] }, 2, "petset's python"],
    ['python:3.12', { command: ['python', '-c', 'x = 1'] }, 1, 'does not know `x = 1`'],
    ['python:3.9', { command: ['python', '--version'] }, 0, 'Python 3.9.0'],
    ['node:22', { command: ['node', '--version'] }, 0, 'v22.11.0'],
    ['node:22', { command: ['node', 'x.js'] }, 1, 'runs no scripts'],
  ])('%s %j ends with %i', (image, container, exitCode, words) => {
    const { world, log } = app(image, container);
    expect(world.container('uid-app', 'main')).toMatchObject({ state: 'exited', exitCode });
    expect(log()?.[0]).toEqual(words === undefined ? undefined : expect.stringContaining(words));
  });
});

describe('asked to end', () => {
  test.each([
    ['nginx:1.28', {}, 200, 0],
    ['httpd:2.4', {}, 200, 0],
    ['redis:7', {}, 200, 0],
    ['registry.k8s.io/pause:3.10', {}, 200, 0],
    ['luksa/kubia', {}, 30_000, 137],
    ['luksa/batch-job', {}, 30_000, 137],
    ['luksa/ssd-monitor', {}, 200, 0],
    ['python:3.12', { command: ['python3', '-m', 'http.server'] }, 30_000, 137],
    ['gcr.io/google-samples/hello-app:1.0', {}, 0, 2],
    ['registry.k8s.io/e2e-test-images/agnhost:2.53', { args: ['netexec'] }, 0, 2],
    ['tomcat:10', {}, 0, 143],
  ])('%s %j takes %i ms and ends with %i', (image, container, tookMs, exitCode) => {
    const { world, pass, clock } = app(image, container);
    pass(10_000);
    const askedMs = clock.ms;
    world.act({ do: 'stop', podUid: 'uid-app', container: 'main', graceMs: 30_000 });
    pass(40_000);
    expect(world.container('uid-app', 'main')).toMatchObject({ exitCode, finishedAtMs: askedMs + tookMs });
  });
});
