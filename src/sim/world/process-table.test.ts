import { describe, expect, test } from 'vitest';
import { createRandom } from '../machinery/random.ts';
import type { NetworkStack } from '../network/network.ts';
import { createFileTree } from './file-tree.ts';
import { createFileSystem } from './memory-file-system.ts';
import { createCapture, createPipe, inputOf } from './pipe.ts';
import type { Program, Signal } from './process.ts';
import { turn, untilReadable } from './process.ts';
import type { Exit, ProcessTableOptions } from './process-table.ts';
import { createProcessTable } from './process-table.ts';

function machine(options: Partial<ProcessTableOptions> = {}) {
  const clock = { ms: 0 };
  const exits: [number, Exit][] = [];
  const table = createProcessTable({
    hostname: 'box',
    files: createFileSystem({ root: createFileTree() }),
    network: {} as NetworkStack,
    now: () => clock.ms,
    random: createRandom(1),
    lookup: () => undefined,
    listen: () => false,
    onExit: (pid, exit) => exits.push([pid, exit]),
    ...options,
  });
  const out = createCapture();
  const start = (program: Program, name = 'p') =>
    table.spawn(program, {
      argv: [name],
      env: new Map(),
      cwd: '/',
      stdin: inputOf(''),
      stdout: out,
      stderr: out,
    });
  return { table, clock, exits, out, start };
}

const forever: Program = function* () {
  for (;;) yield {};
};

function handling(signal: Signal, code: number): Program {
  return function* (process) {
    let isOver = false;
    process.handlers.set(signal, () => {
      isOver = true;
    });
    while (!isOver) yield {};
    return code;
  };
}

describe('time and exit codes', () => {
  test('a program sleeps on virtual time and returns its code', () => {
    const { table, clock, start } = machine();
    const child = start(function* (process) {
      yield { untilMs: 500 };
      process.stdout.write('awake');
      return 3;
    });
    expect(table.run()).toBe(true);
    expect(table.nextWakeMs()).toBe(500);
    expect(table.run()).toBe(false);
    clock.ms = 500;
    table.run();
    expect(child.exitCode()).toBe(3);
    expect(table.nextWakeMs()).toBeUndefined();
  });

  test('exit codes are one byte', () => {
    const { table, start } = machine();
    // biome-ignore lint/correctness/useYield: it ends at once
    const child = start(function* () {
      return -1;
    });
    table.run();
    expect(child.exitCode()).toBe(255);
  });

  test('polling is asked for only where the outside can help', () => {
    const { table, start } = machine();
    start(function* () {
      yield { ready: () => false, isLocal: true };
      return 0;
    });
    table.run();
    expect(table.isPolling()).toBe(false);
    start(function* () {
      yield { ready: () => false };
      return 0;
    });
    table.run();
    expect(table.isPolling()).toBe(true);
  });

  test('an endless loop is ended and says so; time passing renews the budget', () => {
    const { table, clock, out, start } = machine({ maxStepsPerInstant: 10 });
    const slow = start(function* () {
      for (let i = 0; i < 100; i++) {
        yield turn;
        if (i % 5 === 0) yield { untilMs: clock.ms + 1 };
      }
      return 0;
    });
    const child = start(function* () {
      for (;;) yield turn;
    }, 'spin');
    while (slow.exitCode() === undefined) {
      table.run();
      clock.ms += 1;
    }
    expect(child.exitCode()).toBe(137);
    expect(slow.exitCode()).toBe(0);
    expect(out.text()).toMatch(/^spin: stopped: it took 10 steps without waiting/);
  });

  test('the ports of a process are closed when it ends', () => {
    const closed: number[] = [];
    const { table, start } = machine({
      listen: (port) => port !== 22,
      unlisten: (port) => closed.push(port),
    });
    const handler = () => ({ status: 200, headers: new Map(), body: '' });
    const server: Program = function* ({ host }) {
      for (const port of [80, 22, 443]) host.listen(port, handler);
      yield {};
      return 0;
    };
    const { pid } = start(server);
    table.run();
    expect(closed).toEqual([]);
    table.kill(pid, 'SIGKILL');
    expect(closed).toEqual([80, 443]);
  });

  test('processes beyond the limit are refused', () => {
    const { table, start } = machine({ maxProcesses: 2 });
    start(forever);
    start(forever);
    expect(start(forever).exitCode()).toBe(254);
    expect(table.processes()).toHaveLength(2);
  });
});

describe('signals', () => {
  const cases: [string, Program, Signal, boolean, Exit | undefined][] = [
    ['SIGTERM ends', forever, 'SIGTERM', false, { code: 143, signal: 'SIGTERM' }],
    ['SIGKILL ends', forever, 'SIGKILL', false, { code: 137, signal: 'SIGKILL' }],
    ['a handler decides', handling('SIGTERM', 7), 'SIGTERM', false, { code: 7 }],
    ['SIGKILL cannot be handled', handling('SIGKILL', 7), 'SIGKILL', false, { code: 137, signal: 'SIGKILL' }],
    ['PID 1 ignores SIGTERM', forever, 'SIGTERM', true, undefined],
    ['PID 1 ignores SIGINT', forever, 'SIGINT', true, undefined],
    ['PID 1 can handle SIGTERM', handling('SIGTERM', 7), 'SIGTERM', true, { code: 7 }],
    ['PID 1 dies of SIGKILL from outside', forever, 'SIGKILL', true, { code: 137, signal: 'SIGKILL' }],
  ];
  test.each(cases)('%s', (_, program, signal, isContainer, expected) => {
    const { table, exits, start } = machine({ isContainer });
    const child = start(program);
    table.run();
    expect(table.kill(child.pid, signal)).toBe(true);
    table.run();
    expect(exits[0]?.[1]).toEqual(expected);
    expect(table.kill(99, signal)).toBe(false);
  });

  test('PID 1 ignores SIGKILL from inside, and its end takes all with it', () => {
    const { table, exits, start } = machine({ isContainer: true });
    start(forever);
    start(function* (process) {
      process.host.kill(1, 'SIGKILL');
      yield {};
      return 0;
    });
    table.run();
    expect(exits).toEqual([]);
    table.kill(1, 'SIGKILL');
    expect(exits.map(([pid, { code }]) => [pid, code])).toEqual([
      [2, 137],
      [1, 137],
    ]);
    expect(table.processes()).toEqual([]);
  });

  test('a process that kills itself ends after its step', () => {
    const { table, out, start } = machine();
    const child = start(function* (process) {
      process.host.kill(process.pid, 'SIGTERM');
      process.stdout.write('still here');
      yield turn;
      process.stdout.write(' not here');
      return 0;
    });
    table.run();
    expect([child.exitCode(), out.text()]).toEqual([143, 'still here']);
  });

  test('orphans get a new parent; a tree can be killed as one', () => {
    const { table, start } = machine();
    const parent = start(function* (process) {
      const { argv, env, cwd, stdin, stdout, stderr } = process;
      process.host.spawn(forever, { argv, env, cwd, stdin, stdout, stderr });
      yield {};
      return 0;
    });
    table.run();
    expect(table.processes().map((entry) => entry.parentPid)).toEqual([0, 1]);
    table.kill(parent.pid, 'SIGTERM');
    expect(table.processes().map((entry) => [entry.pid, entry.parentPid])).toEqual([[2, 0]]);
    const again = machine();
    again.start(function* (process) {
      const { argv, env, cwd, stdin, stdout, stderr } = process;
      process.host.spawn(forever, { argv, env, cwd, stdin, stdout, stderr });
      yield {};
      return 0;
    });
    again.table.run();
    again.table.killTree(1, 'SIGINT');
    expect(again.table.processes()).toEqual([]);
  });

  test('wakes the world for what comes from outside a run', () => {
    let wakes = 0;
    const { table, start } = machine({
      onWake: () => {
        wakes += 1;
      },
    });
    const child = start(forever);
    table.run();
    table.kill(child.pid, 'SIGTERM');
    expect(wakes).toBe(2);
  });
});

describe('pipes', () => {
  const reader: Program = function* (process) {
    for (;;) {
      const text = process.stdin.read();
      if (text === undefined) return 0;
      if (text === 'wait') yield untilReadable(process.stdin);
      else process.stdout.write(`<${text}>`);
    }
  };

  test('the reader streams and sees the end when the last writer has gone', () => {
    const { table, clock, out } = machine();
    const pipe = createPipe();
    const common = { env: new Map<string, string>(), cwd: '/', stderr: out };
    table.spawn(
      function* (process) {
        process.stdout.write('a');
        yield { untilMs: 10 };
        process.stdout.write('b');
        return 0;
      },
      { ...common, argv: ['w'], stdin: inputOf(''), stdout: pipe.output },
    );
    const child = table.spawn(reader, { ...common, argv: ['r'], stdin: pipe.input, stdout: out });
    table.run();
    expect([out.text(), child.exitCode()]).toEqual(['<a>', undefined]);
    clock.ms = 10;
    table.run();
    expect([out.text(), child.exitCode()]).toEqual(['<a><b>', 0]);
  });

  test('a writer without a reader ends with SIGPIPE', () => {
    const { table, out } = machine();
    const pipe = createPipe();
    const common = { env: new Map<string, string>(), cwd: '/', stderr: out, argv: ['x'] };
    const writer = table.spawn(
      function* (process) {
        for (;;) {
          process.stdout.write('y\n');
          yield turn;
        }
      },
      { ...common, stdin: inputOf(''), stdout: pipe.output },
    );
    table.spawn(
      function* (process) {
        while (process.stdin.read() === 'wait') yield untilReadable(process.stdin);
        return 0;
      },
      { ...common, stdin: pipe.input, stdout: out },
    );
    table.run();
    expect(writer.exitCode()).toBe(141);
  });

  test('captured output is bounded', () => {
    const { table, out } = machine();
    const capture = createCapture({ maxChars: 10 });
    const child = table.spawn(
      function* (process) {
        for (;;) {
          process.stdout.write('1234');
          yield turn;
        }
      },
      { argv: ['x'], env: new Map(), cwd: '/', stdin: inputOf(''), stdout: capture, stderr: out },
    );
    table.run();
    expect(child.exitCode()).toBe(141);
    expect(capture.text()).toBe('1234123412\n[output stopped after 10 characters]\n');
  });
});
