import { describe, expect, test } from 'vitest';
import type { Container } from '../api/pod.ts';
import { pod, startOfTimeMs, testWorld } from '../testing/test-world.ts';

const sh = (script: string) => ({ command: ['sh', '-c', script] });
const texts = (page: { lines: readonly { text: string }[] } | undefined) =>
  page?.lines.map(({ text }) => text);

describe('the life of a container', () => {
  test('creating for 130 ms, then running, then exited', () => {
    const { world, pass, clock } = testWorld();
    const object = pod('web', sh('echo hello from $HOSTNAME;sleep 2'));
    world.act({ do: 'pull', pod: object, container: object.spec.containers[0] as Container });
    world.act({ do: 'create-sandbox', pod: object });
    expect(world.sandbox('uid-web')).toEqual({ number: 0, state: 'creating', ip: '10.244.1.2' });
    pass(500);
    expect(world.sandbox('uid-web')?.state).toBe('ready');
    world.act({
      do: 'start',
      pod: object,
      container: object.spec.containers[0] as Container,
      env: [],
      mounts: [],
    });
    expect(world.container('uid-web', 'main')).toMatchObject({ state: 'creating', attempt: 0 });
    pass(129);
    expect(world.container('uid-web', 'main')?.state).toBe('creating');
    pass(1);
    expect(world.container('uid-web', 'main')).toMatchObject({
      state: 'running',
      image: 'docker.io/library/busybox:1.36',
      imageId:
        'docker.io/library/busybox@sha256:d55432289a2f69dad7e00346d00e8d4df4d0053a44dffb3f8cf463f6e3fb4b04',
      startedAtMs: clock.ms,
      isStopping: false,
    });
    expect(world.container('uid-web', 'main')?.id).toMatch(/^containerd:\/\/[0-9a-f]{64}$/);
    pass(5000);
    expect(world.container('uid-web', 'main')).toMatchObject({
      state: 'exited',
      exitCode: 0,
      reason: 'Completed',
      finishedAtMs: startOfTimeMs + 500 + 130 + 2000,
    });
    expect(texts(world.logs('uid-web', 'main'))).toEqual(['hello from web']);
  });

  test('starts again, with a new id, the attempt before, and the log before', () => {
    const { world, run } = testWorld();
    const object = pod('p', sh('echo once;exit 3'));
    run(object);
    const first = world.container('uid-p', 'main');
    expect(first).toMatchObject({ attempt: 0, state: 'exited', exitCode: 3, reason: 'Error' });
    run(object);
    run(object);
    const third = world.container('uid-p', 'main');
    expect(third).toMatchObject({ attempt: 2, previous: { attempt: 1, exitCode: 3 } });
    expect(third?.previous?.previous).toBeUndefined();
    expect(third?.id).not.toBe(first?.id);
    expect(texts(world.logs('uid-p', 'main', { previous: true }))).toEqual(['once']);
  });

  test.each([
    [['nosuchcommand'], 'exec: "nosuchcommand": executable file not found in $PATH: unknown'],
    [['/no/such'], 'exec: "/no/such": stat /no/such: no such file or directory: unknown'],
    [['/etc/passwd'], 'exec: "/etc/passwd": permission denied: unknown'],
  ])('command %j cannot start', (command, words) => {
    const { world, run } = testWorld();
    run(pod('bad', { command }));
    const record = world.container('uid-bad', 'main');
    expect(record).toMatchObject({ state: 'exited', exitCode: 128, reason: 'StartError', startedAtMs: 0 });
    expect(record?.message).toMatch(/^failed to create containerd task: .*: error during container init: /);
    expect(record?.message?.endsWith(words)).toBe(true);
  });

  test('argv, environment, working directory', () => {
    const { world, run } = testWorld();
    run(
      pod('p', [
        {
          name: 'a',
          image: 'busybox',
          command: ['sh', '-c'],
          args: ['echo from its args'],
        },
        { name: 'b', image: 'busybox', args: ['env'] },
        { name: 'c', image: 'busybox', command: ['pwd'], workingDir: '/made/for/it' },
      ]),
      [],
      [['GREETING', 'hi']],
    );
    expect(texts(world.logs('uid-p', 'a'))).toEqual(['from its args']);
    expect(texts(world.logs('uid-p', 'b'))).toEqual([
      'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      'HOSTNAME=p',
      'GREETING=hi',
    ]);
    expect(texts(world.logs('uid-p', 'c'))).toEqual(['/made/for/it']);
  });

  test('a shell ends at once where nobody types, and waits where somebody could', () => {
    const { world, run, pass } = testWorld();
    run(pod('bare', {}));
    run(pod('typed', { stdin: true, tty: true, stdinOnce: true }));
    expect(world.container('uid-bare', 'main')).toMatchObject({
      state: 'exited',
      exitCode: 0,
      reason: 'Completed',
    });
    expect(world.container('uid-typed', 'main')?.state).toBe('running');
    const typed = ['hello\n', undefined];
    const seen: string[] = [];
    const screen = { write: (text: string) => seen.push(text) > 0, close: () => undefined };
    const stdin = { read: () => typed.shift(), isReady: () => true };
    world.attach('uid-typed', 'main', { stdin, stdout: screen, stderr: screen });
    pass(0);
    expect(seen).toEqual(['you typed hello\n']);
    expect(world.container('uid-typed', 'main')).toMatchObject({ state: 'exited', exitCode: 0 });
  });

  test('last words: from the file, or from the log of a failure if so asked', () => {
    const { world, run } = testWorld();
    run(
      pod('p', [
        { name: 'a', image: 'busybox', ...sh('write /dev/termination-log goodbye;exit 1') },
        {
          name: 'b',
          image: 'busybox',
          ...sh('echo one;echo two;exit 1'),
          terminationMessagePolicy: 'FallbackToLogsOnError',
        },
        {
          name: 'c',
          image: 'busybox',
          ...sh('echo fine'),
          terminationMessagePolicy: 'FallbackToLogsOnError',
        },
        {
          name: 'd',
          image: 'busybox',
          ...sh('write /tmp/words farewell'),
          terminationMessagePath: '/tmp/words',
        },
      ]),
    );
    const messages = ['a', 'b', 'c', 'd'].map((name) => world.container('uid-p', name)?.message);
    expect(messages).toEqual(['goodbye', 'one\ntwo\n', undefined, 'farewell']);
  });
});

describe('stopping', () => {
  const server = { image: 'nginx:1.24' };
  const ignored: [string, string][] = [['SIM_SIGTERM', 'ignore']];
  test.each([
    ['a server', server, [], 30_000, 200, 0, 'Completed'],
    ['a plain command', { command: ['sleep', '3600'] }, [], 30_000, 30_000, 137, 'Error'],
    ['a shell', sh('sleep 3600'), [], 30_000, 30_000, 137, 'Error'],
    [
      'a command in the image of a server',
      { ...server, command: ['sleep', '60'] },
      [],
      3000,
      3000,
      137,
      'Error',
    ],
    [
      'one that handles SIGTERM where its image has another signal',
      { ...server, ...sh('trap 0 TERM;sleep 3600') },
      [],
      3000,
      3000,
      137,
      'Error',
    ],
    ['one that handles SIGTERM', sh('trap 3 TERM;sleep 3600'), [], 6000, 0, 3, 'Error'],
    ['one that ignores SIGTERM', sh("trap '' TERM;sleep 3600"), [], 6000, 6000, 137, 'Error'],
    ['a server told to ignore it', server, ignored, 3000, 3000, 137, 'Error'],
    ['a server without grace', server, [], 0, 0, 137, 'Error'],
    ['one with less grace than it needs', server, [], 100, 100, 137, 'Error'],
  ] as const)('%s', (_, container, env, graceMs, tookMs, exitCode, reason) => {
    const { world, run, pass, clock } = testWorld();
    run(pod('p', container as Partial<Container>), [], env as [string, string][]);
    expect(world.container('uid-p', 'main')?.state).toBe('running');
    const stoppedAtMs = clock.ms;
    world.act({ do: 'stop', podUid: 'uid-p', container: 'main', graceMs });
    if (graceMs > 0)
      expect(world.container('uid-p', 'main')).toMatchObject({ state: 'running', isStopping: true });
    pass(40_000);
    expect(world.container('uid-p', 'main')).toMatchObject({
      state: 'exited',
      finishedAtMs: stoppedAtMs + tookMs,
      exitCode,
      reason,
    });
    expect(world.nextControlMs()).toBeUndefined();
  });

  test('a second stop shortens the grace period, and never lengthens it', () => {
    for (const [second, tookMs] of [
      [2000, 3000],
      [60_000, 10_000],
    ] as const) {
      const { world, run, pass, clock } = testWorld();
      run(pod('p', sh("trap '' TERM;sleep 3600")));
      const stoppedAtMs = clock.ms;
      world.act({ do: 'stop', podUid: 'uid-p', container: 'main', graceMs: 10_000 });
      pass(1000);
      world.act({ do: 'stop', podUid: 'uid-p', container: 'main', graceMs: second });
      pass(100_000);
      expect(world.container('uid-p', 'main')).toMatchObject({
        exitCode: 137,
        finishedAtMs: stoppedAtMs + tookMs,
      });
    }
  });

  test('a container that is only being created is asked once it runs', () => {
    const { world, run, pass } = testWorld();
    const object = pod('p', { image: 'nginx:1.24' });
    run(object);
    world.crash('uid-p', 'main', 1);
    world.act({
      do: 'start',
      pod: object,
      container: object.spec.containers[0] as Container,
      env: [],
      mounts: [],
    });
    world.act({ do: 'stop', podUid: 'uid-p', container: 'main', graceMs: 30_000 });
    pass(1000);
    expect(world.container('uid-p', 'main')).toMatchObject({ state: 'exited', attempt: 1, exitCode: 0 });
  });

  test('crash ends it at once with the code that is asked for', () => {
    const { world, run, clock } = testWorld();
    run(pod('p', { image: 'nginx:1.24' }));
    expect(world.crash('uid-p', 'main', 7)).toBe(true);
    expect(world.container('uid-p', 'main')).toMatchObject({
      exitCode: 7,
      reason: 'Error',
      finishedAtMs: clock.ms,
    });
    expect(world.crash('uid-p', 'main', 7)).toBe(false);
    expect(world.crash('uid-p', 'nosuch', 7)).toBe(false);
    expect(world.connect('10.244.1.2', 80)).toBe('refused');
  });
});

describe('exec', () => {
  test('runs beside PID 1 in the same machine and ends with it', () => {
    const { world, run, pass } = testWorld();
    run(pod('p', sh('write /tmp/x text;sleep 3600')));
    const cat = world.exec('uid-p', 'main', ['cat', '/tmp/x']);
    const missing = world.exec('uid-p', 'main', ['cat', '/nosuchfile']);
    const slow = world.exec('uid-p', 'main', ['sleep', '60']);
    const env = world.exec('uid-p', 'main', ['env'], { env: [['A', 'b']], tty: true });
    if (
      !cat ||
      !missing ||
      !slow ||
      !env ||
      'error' in cat ||
      'error' in missing ||
      'error' in slow ||
      'error' in env
    ) {
      throw new Error('exec failed');
    }
    expect(cat.exitCode()).toBeUndefined();
    pass(0);
    expect([cat.stdout.text(), cat.exitCode()]).toEqual(['text', 0]);
    expect([missing.stderr.text(), missing.exitCode()]).toEqual([
      "cat: can't open '/nosuchfile': No such file or directory\n",
      1,
    ]);
    expect(env.stdout.text()).toContain('TERM=xterm\nA=b\n');
    expect(slow.exitCode()).toBeUndefined();
    world.crash('uid-p', 'main', 1);
    expect(slow.exitCode()).toBe(137);
  });

  test('fails in the words of the runtime where the program is missing', () => {
    const { world, run } = testWorld();
    run(pod('p', { command: ['sleep', '3600'] }));
    const failed = world.exec('uid-p', 'main', ['nosuchcmd']) as { error: string };
    expect(failed.error.replace(/[0-9a-f]{64}/, '<id>')).toBe(
      'rpc error: code = Unknown desc = failed to exec in container: failed to start exec "<id>": OCI runtime exec failed: exec failed: unable to start container process: exec: "nosuchcmd": executable file not found in $PATH',
    );
    expect(world.exec('uid-p', 'nosuch', ['true'])).toBeUndefined();
    world.crash('uid-p', 'main', 0);
    expect(world.exec('uid-p', 'main', ['true'])).toBeUndefined();
  });
});
