import { describe, expect, test } from 'vitest';
import type { Container } from '../api/pod.ts';
import { get, mount, pod, startOfTimeMs, testWorld } from '../testing/test-world.ts';
import type { Program } from './process.ts';
import { turn } from './process.ts';

const first = (object: ReturnType<typeof pod>) => object.spec.containers[0] as Container;
const sh = (script: string) => ({ command: ['sh', '-c', script] });

describe('pulls', () => {
  test('take 400 ms, and the image stays on that node', () => {
    const { world, pass, changes } = testWorld();
    const object = pod('p', { image: 'nginx:1.24' });
    expect(world.hasImage('node-1', 'nginx:1.24')).toBe(false);
    world.act({ do: 'pull', pod: object, container: first(object) });
    expect(world.pull('uid-p', 'main')).toEqual({
      image: 'nginx:1.24',
      state: 'pulling',
      sinceMs: startOfTimeMs,
    });
    expect(world.nextControlMs()).toBe(startOfTimeMs + 400);
    pass(399);
    expect(world.hasImage('node-1', 'nginx:1.24')).toBe(false);
    pass(1);
    expect(world.pull('uid-p', 'main')).toMatchObject({
      state: 'pulled',
      tookMs: 400,
      sizeBytes: 96_865_000,
    });
    expect(world.hasImage('node-1', 'docker.io/library/nginx:1.24')).toBe(true);
    expect(world.hasImage('node-2', 'nginx:1.24')).toBe(false);
    expect(changes).toEqual([
      { what: 'image', nodeName: 'node-1', namespace: 'default', podName: 'p', podUid: 'uid-p' },
    ]);
  });

  test.each([
    ['nginx:nosuchtag', 'docker.io/library/nginx:nosuchtag'],
    ['nginx:1.161', 'docker.io/library/nginx:1.161'],
    ['absent/image:1', 'docker.io/absent/image:1'],
    ['example.com/app', 'example.com/app:latest'],
  ])('of %s fail after 1.08 s, in the words of the runtime', (image, full) => {
    const { world, pass } = testWorld();
    const object = pod('p', { image });
    world.act({ do: 'pull', pod: object, container: first(object) });
    pass(1079);
    expect(world.pull('uid-p', 'main')?.state).toBe('pulling');
    pass(1);
    expect(world.pull('uid-p', 'main')).toMatchObject({
      state: 'failed',
      error: `rpc error: code = NotFound desc = failed to pull and unpack image "${full}": failed to resolve image: ${full}: not found`,
    });
    expect(world.insteadOfImage(image)?.all).toContain('busybox:1.36');
    expect(world.hasImage('node-1', image)).toBe(false);
  });

  test.each([
    'nginx',
    'nginx:1.25-alpine',
    'nginx:stable',
    'busybox:1.28',
    'ubuntu:jammy',
    'alpine:3',
    'hello-world',
    'httpd:2.4',
    'k8s.gcr.io/nginx-slim:0.8',
    'registry.k8s.io/nginx-slim:0.9',
    'registry.k8s.io/busybox',
    'luksa/kubia:v2',
  ])('%s is there', (image) => {
    const { world, pass } = testWorld();
    const object = pod('p', { image });
    world.act({ do: 'pull', pod: object, container: first(object) });
    pass(400);
    expect(world.pull('uid-p', 'main')?.state).toBe('pulled');
  });

  test('images may lie on the nodes from the start', () => {
    const { world } = testWorld({ presentImages: ['nginx:1.24'] });
    expect(world.hasImage('node-3', 'nginx:1.24')).toBe(true);
  });
});

describe('sandboxes', () => {
  test('have addresses of their node, never two the same, given again when all were used', () => {
    const { world, pass } = testWorld();
    const seen = new Set<string>();
    for (let i = 0; i < 253; i++) {
      world.act({ do: 'create-sandbox', pod: pod(`p${i}`, {}, 'node-2') });
      seen.add(world.sandbox(`uid-p${i}`)?.ip ?? '');
    }
    expect(seen.size).toBe(253);
    expect(seen.has('10.244.2.2')).toBe(true);
    expect(seen.has('10.244.2.254')).toBe(true);
    world.act({ do: 'create-sandbox', pod: pod('late', {}, 'node-2') });
    pass(1000);
    expect(world.sandbox('uid-late')).toEqual({ number: 0, state: 'creating', ip: '' });
    world.act({ do: 'remove-pod', podUid: 'uid-p7' });
    world.act({ do: 'create-sandbox', pod: pod('next', {}, 'node-2') });
    expect(world.sandbox('uid-next')?.ip).toBe('10.244.2.9');
  });

  test('go with their pod', () => {
    const { world, run, pass } = testWorld();
    run(pod('a', { image: 'nginx:1.24' }));
    run(pod('b', { image: 'nginx:1.24' }));
    world.act({ do: 'remember', podUid: 'uid-a', memory: 'something' });
    expect(world.podsOn('node-1')).toEqual(['uid-a', 'uid-b']);
    expect(world.memory('uid-a')).toBe('something');
    const ip = world.sandbox('uid-a')?.ip ?? '';
    expect(world.connect(ip, 80)).toBe('open');
    world.act({ do: 'remove-pod', podUid: 'uid-a' });
    pass(1000);
    expect(world.podsOn('node-1')).toEqual(['uid-b']);
    expect(world.sandbox('uid-a')).toBeUndefined();
    expect(world.container('uid-a', 'main')).toBeUndefined();
    expect(world.memory('uid-a')).toBeUndefined();
    expect(world.connect(ip, 80)).toBe('unreachable');
  });
});

describe('volumes', () => {
  const disk = mount('/data', { type: 'disk', id: 'pv-1' });

  test('a disk outlives its pods and moves between nodes, until it is deleted', () => {
    const { world, run } = testWorld();
    run(pod('a', sh('write /data/x kept;sleep 3600')), [disk]);
    world.act({ do: 'remove-pod', podUid: 'uid-a' });
    run(pod('b', { command: ['cat', '/data/x'] }, 'node-2'), [disk]);
    expect(world.logs('uid-b', 'main')?.lines.map(({ text }) => text)).toEqual(['kept']);
    expect(world.disk('pv-1')?.read('/x')).toBe('kept');
    expect(world.deleteDisk('pv-1')).toBe(true);
    run(pod('c', { command: ['cat', '/data/x'] }), [disk]);
    expect(world.container('uid-c', 'main')?.exitCode).toBe(1);
  });

  test('an emptyDir is shared by the containers of a pod, outlives them and goes with the pod', () => {
    const { world, run } = testWorld();
    const cache = mount('/cache', { type: 'empty-dir', name: 'cache' });
    const object = pod('p', [
      { name: 'a', image: 'busybox', ...sh('write /cache/x shared') },
      { name: 'b', image: 'busybox', ...sh('sleep 3600') },
    ]);
    run(object, [cache]);
    run(object, [cache]);
    expect(world.files('uid-p', 'b')?.read('/cache/x')).toBe('shared');
    world.act({ do: 'remove-pod', podUid: 'uid-p' });
    run(object, [cache]);
    world.crash('uid-p', 'a', 1);
    expect(world.volumes.emptyDir('uid-p', 'cache')?.list('/')).toEqual(['x']);
    run(pod('other', sh('sleep 3600')), [cache]);
    expect(world.files('uid-other', 'main')?.list('/cache')).toEqual([]);
  });

  test('hostPath shows the node, files are read-only, a sub-path is a part', () => {
    const { world, run } = testWorld();
    const mounts = [
      mount('/host', { type: 'host-path', path: '/var/data' }),
      mount('/config', {
        type: 'files',
        name: 'config',
        files: [
          ['a/key', 'value'],
          ['../../etc/passwd', 'no'],
        ],
      }),
      mount('/one', { type: 'files', name: 'v', files: [['key', 'one']] }, { subPath: 'key' }),
      mount('/part', { type: 'disk', id: 'pv-1' }, { subPath: 'sub/dir' }),
    ];
    run(pod('a', sh('write /host/x node one;write /part/y part;sleep 60')), mounts);
    run(pod('b', sh('sleep 60')), mounts);
    run(pod('c', sh('sleep 60'), 'node-2'), mounts);
    expect(world.files('uid-b', 'main')?.read('/host/x')).toBe('node');
    expect(world.files('uid-c', 'main')?.list('/host')).toEqual([]);
    expect(world.files('uid-a', 'main')?.read('/config/a/key')).toBe('value');
    expect(world.files('uid-a', 'main')?.read('/config/etc/passwd')).toBe('no');
    expect(world.files('uid-a', 'main')?.read('/etc/passwd')).toContain('root');
    expect(() => world.files('uid-a', 'main')?.write('/config/a/key', 'x')).toThrow('Read-only file system');
    expect(world.files('uid-a', 'main')?.read('/one')).toBe('one');
    expect(world.disk('pv-1')?.read('/sub/dir/y')).toBe('part');
  });

  test('a disk holds its capacity, and can grow', () => {
    const { world } = testWorld();
    world.provisionDisk('pv-1', 10);
    expect(() => world.disk('pv-1')?.write('/x', '12345678901')).toThrow('No space left on device');
    world.provisionDisk('pv-1', 20);
    world.disk('pv-1')?.write('/x', '12345678901');
    expect(world.disk('pv-1')?.read('/x')).toBe('12345678901');
  });

  test('the runtime writes the files of its own', () => {
    const { world, run } = testWorld();
    const object = pod('web-0', { command: ['sleep', '60'] });
    object.spec.subdomain = 'nginx';
    run(object);
    const files = world.files('uid-web-0', 'main');
    expect(files?.read('/etc/hostname')).toBe('web-0\n');
    expect(files?.read('/etc/hosts')).toContain('10.244.1.2\tweb-0.nginx.default.svc.cluster.local\tweb-0\n');
    expect(files?.read('/etc/resolv.conf')).toBe(
      'search default.svc.cluster.local\nnameserver 10.96.0.10\noptions ndots:5\n',
    );
  });
});

describe('nodes and their network', () => {
  test('nothing crosses the line to a node that is cut off, and all runs on there', () => {
    const { world, run, changes } = testWorld();
    run(pod('web', { image: 'nginx:1.24' }, 'node-2'));
    run(pod('near', sh('sleep 60'), 'node-2'));
    run(pod('far', sh('sleep 60'), 'node-1'));
    const ip = '10.244.2.2';
    const from = (name: string) => get('/', { clientIp: world.sandbox(`uid-${name}`)?.ip ?? '' });
    expect(world.isConnected('node-2')).toBe(true);
    world.cut('node-2');
    world.cut('node-2');
    expect(changes.filter(({ what }) => what === 'node')).toEqual([{ what: 'node', nodeName: 'node-2' }]);
    expect(world.isConnected('node-2')).toBe(false);
    expect(world.container('uid-web', 'main')?.state).toBe('running');
    expect(world.request(ip, 80, from('far')).outcome).toBe('timeout');
    expect(world.request(ip, 80, from('near')).outcome).toBe('response');
    expect(world.connect(ip, 80, 'node-2')).toBe('open');
    world.restore('node-2');
    expect(world.request(ip, 80, from('far')).outcome).toBe('response');
  });
});

describe('time', () => {
  test('5,000 idle containers cost nothing per advance', () => {
    const { world, clock, pass } = testWorld({ presentImages: ['nginx:1.24', 'busybox:1.36'] });
    const pods = Array.from({ length: 5000 }, (_, i) => {
      const container = i % 2 === 0 ? { image: 'nginx:1.24' } : sh('sleep 100000');
      return pod(`p${i}`, container, `node-${1 + (i % 50)}`);
    });
    for (const object of pods) world.act({ do: 'create-sandbox', pod: object });
    pass(500);
    for (const object of pods)
      world.act({ do: 'start', pod: object, container: first(object), env: [], mounts: [] });
    pass(130);
    expect(
      pods.every(({ metadata }) => world.container(metadata.uid ?? '', 'main')?.state === 'running'),
    ).toBe(true);
    const runs = world.runs;
    for (let i = 0; i < 1000; i++) {
      clock.ms += 10;
      world.advance();
    }
    expect(world.runs).toBe(runs);
    world.crash('uid-p0', 'main', 1);
    world.act({ do: 'stop', podUid: 'uid-p1', container: 'main', graceMs: 1000 });
    pass(500);
    expect(world.runs - runs).toBeLessThan(3);
  });

  test('pending work of the runtime is told from processes that sleep', () => {
    const { world, run, pass } = testWorld();
    run(pod('p', sh('sleep 3600')));
    expect(world.nextControlMs()).toBeUndefined();
    expect(world.nextProcessMs()).toBe(startOfTimeMs + 500 + 80 + 50 + 3_600_000);
    world.act({ do: 'stop', podUid: 'uid-p', container: 'main', graceMs: 1000 });
    pass(0);
    expect(world.nextControlMs()).toBe(startOfTimeMs + 650 + 1000);
    expect(world.nextMs()).toBe(world.nextControlMs());
  });

  test('a process that waits for the rest of the world is asked at every advance, and no other is', () => {
    let isTime = false;
    const waiter: Program = function* () {
      yield { ready: () => isTime };
      return 5;
    };
    const { world, run, clock } = testWorld({ programs: new Map([['waiter', waiter]]) });
    run(pod('web', { image: 'nginx:1.24' }));
    run(pod('p', { command: ['waiter'] }));
    const runs = world.runs;
    expect(world.nextMs()).toBeUndefined();
    clock.ms += 1000;
    world.advance();
    expect(world.runs).toBe(runs + 1);
    isTime = true;
    world.advance();
    expect(world.container('uid-p', 'main')).toMatchObject({ exitCode: 5, finishedAtMs: clock.ms });
  });

  test('a process that never waits is ended, and the others go on', () => {
    const spinner: Program = function* () {
      for (;;) yield turn;
    };
    const { world, run } = testWorld({ programs: new Map([['spinner', spinner]]) });
    run(
      pod('p', [
        { name: 'a', image: 'busybox', command: ['spinner'] },
        { name: 'b', image: 'nginx:1.24' },
      ]),
    );
    expect(world.container('uid-p', 'a')).toMatchObject({ state: 'exited', exitCode: 137 });
    expect(world.logs('uid-p', 'a')?.lines[0]?.text).toContain('an endless loop needs a sleep in it');
    expect(world.container('uid-p', 'b')?.state).toBe('running');
  });

  test('the same seed gives the same world', () => {
    const [one, two] = [1, 2].map(() => {
      const { world, run, changes } = testWorld();
      run(pod('a', { image: 'nginx:1.24' }));
      run(pod('b', sh('exit 1')));
      return JSON.stringify([world.container('uid-a', 'main'), world.container('uid-b', 'main'), changes]);
    });
    expect(one).toBe(two);
  });
});
