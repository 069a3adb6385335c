// The shell as containers have it: BusyBox's words, PID 1, signals.
import { describe, expect, test } from 'vitest';
import type { NetworkStack, Program } from '../sim/index.ts';
import {
  createCapture,
  createFileSystem,
  createFileTree,
  createLookup,
  createProcessTable,
  createRandom,
  inputOf,
} from '../sim/index.ts';
import { shell } from './container-shell.ts';
import { programs } from './programs/index.ts';

function container(argv: readonly string[], options: { readonly stdin?: string } = {}) {
  const clock = { ms: 0 };
  const files = createFileSystem({ root: createFileTree({ image: new Map([['/tmp/', '']]) }) });
  const all = new Map<string, Program>([...programs, ['sh', shell]]);
  const table = createProcessTable({
    hostname: 'web-0',
    files,
    network: {} as NetworkStack,
    now: () => clock.ms,
    random: createRandom(1),
    lookup: createLookup({ files, programs: all }),
    listen: () => true,
    isContainer: true,
  });
  const [stdout, stderr] = [createCapture(), createCapture()];
  const env = new Map([
    ['PATH', '/bin'],
    ['HOSTNAME', 'web-0'],
  ] as const);
  const program = all.get(argv[0] as string) as Program;
  const child = table.spawn(program, {
    argv,
    env,
    cwd: '/',
    stdin: inputOf(options.stdin ?? ''),
    stdout,
    stderr,
  });
  const advance = (ms: number) => {
    const untilMs = clock.ms + ms;
    table.run();
    for (let next = table.nextWakeMs(); next !== undefined && next <= untilMs; next = table.nextWakeMs()) {
      clock.ms = Math.max(clock.ms, next);
      table.run();
    }
    clock.ms = untilMs;
  };
  return { table, child, clock, advance, stdout, stderr, files };
}

describe('messages', () => {
  const cases: [script: string, code: number, stderr: string][] = [
    ['nosuch', 127, 'sh: nosuch: not found\n'],
    ['./nosuch', 127, 'sh: ./nosuch: not found\n'],
    ['cat < nosuch', 1, "sh: can't open nosuch: no such file\n"],
    ['echo x > /no/f', 1, "sh: can't create /no/f: nonexistent directory\n"],
    ['cd /nosuch', 2, "sh: cd: can't cd to /nosuch: No such file or directory\n"],
    ['cat /nosuch', 1, 'cat: /nosuch: No such file or directory\n'],
    ['time sleep 1', 0, 'real\t0m 1.00s\nuser\t0m 0.00s\nsys\t0m 0.00s\n'],
  ];
  test.each(cases)('%s', (script, code, stderr) => {
    const box = container(['sh', '-c', script]);
    box.advance(10_000);
    expect([box.child.exitCode(), box.stderr.text()]).toEqual([code, stderr]);
  });
});

describe('what containers run', () => {
  test('a ticker prints as time passes', () => {
    const { advance, stdout } = container(['sh', '-c', 'while true; do date; sleep 1; done']);
    advance(2500);
    expect(stdout.text()).toBe(
      'Thu Jan  1 00:00:00 UTC 1970\nThu Jan  1 00:00:01 UTC 1970\nThu Jan  1 00:00:02 UTC 1970\n',
    );
  });

  test('steps of a probe: a file is there and then gone', () => {
    const box = container(
      ['/bin/sh', '-c', 'touch /tmp/healthy; sleep 10; rm -f /tmp/healthy; sleep 600'].map((word) =>
        word.replace('/bin/sh', 'sh'),
      ),
    );
    box.advance(5000);
    expect(box.files.stat('/tmp/healthy')).toBeDefined();
    box.advance(6000);
    expect(box.files.stat('/tmp/healthy')).toBeUndefined();
  });

  test('commands from standard input', () => {
    const box = container(['sh'], { stdin: 'x=1\necho "x is $x"\nexit 4\n' });
    box.advance(0);
    expect([box.child.exitCode(), box.stdout.text()]).toEqual([4, 'x is 1\n']);
  });

  test('the environment and the host name', () => {
    const box = container([
      'sh',
      '-c',
      'echo hello from $HOSTNAME; hostname; if [ $INDEX = 0 ]; then exit 0; fi; exit 3',
    ]);
    box.advance(0);
    expect([box.child.exitCode(), box.stdout.text()]).toEqual([3, 'hello from web-0\nweb-0\n']);
  });
});

describe('SIGTERM to PID 1', () => {
  const cases: [name: string, script: string, code: number | undefined, stdout: string][] = [
    ['is ignored without a trap', 'sleep 100', undefined, ''],
    ['is ignored by an empty trap', "trap '' TERM; sleep 100", undefined, ''],
    ['waits for the foreground command', "trap 'echo bye; exit 0' TERM; sleep 100", undefined, ''],
    ['ends a wait at once', "trap 'echo bye; exit 5' TERM; sleep 100 & wait", 5, 'bye\n'],
    [
      'is seen between two short sleeps',
      "trap 'echo bye; exit 6' TERM; while true; do sleep 1; done",
      6,
      'bye\n',
    ],
    ['reaches what exec put in its place', 'exec sleep 100', undefined, ''],
  ];
  test.each(cases)('%s', (_, script, code, stdout) => {
    const box = container(['sh', '-c', script]);
    box.advance(1500);
    box.table.kill(1, 'SIGTERM');
    box.advance(1500);
    expect([box.child.exitCode(), box.stdout.text()]).toEqual([code, stdout]);
    if (code !== undefined) return;
    box.table.kill(1, 'SIGKILL');
    expect([box.child.exitCode(), box.table.processes()]).toEqual([137, []]);
  });

  test('a thousand sleeping containers are only asked when their time comes', () => {
    const boxes = Array.from({ length: 1000 }, () => container(['sh', '-c', 'sleep 3600']));
    for (const box of boxes) box.table.run();
    expect(boxes.every((box) => !box.table.isPolling() && box.table.nextWakeMs() === 3_600_000)).toBe(true);
  });
});
