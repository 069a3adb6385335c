// Programs that read what is typed: a shell in a container, Ctrl-C and Ctrl-D at its prompt, kubectl edit in the learner's editor.
import { expect, test } from 'vitest';
import { PodKind } from '../sim/index.ts';
import type { LogEntry } from './log.ts';
import type { Session } from './session.ts';
import { createSession, HOME, replay } from './session.ts';

type Deed = LogEntry | { readonly do: 'pass'; readonly ms: number };

const run = (line: string): Deed => ({ do: 'run', line, tty: true });
const type = (line: string): Deed => ({ do: 'type', line });
const pass = (ms: number): Deed => ({ do: 'pass', ms });

function perform(session: Session, deeds: readonly Deed[]): void {
  const { cluster, terminal } = session;
  for (const deed of deeds) {
    if (deed.do !== 'pass') session.perform(deed);
    terminal.advanceTo(cluster.loop.nowMs + (deed.do === 'pass' ? deed.ms : 0));
  }
}

/** A session in which the pod `web` runs. */
function withPod(): Session {
  const session = createSession({ seed: 1, files: new Map() });
  session.perform({
    do: 'run',
    line: 'kubectl run web --image=nginx && kubectl wait --for=condition=Ready pod/web',
  });
  session.terminal.finish();
  return session;
}

/** What the screen shows below the command entered last. */
function screen({ executions }: Session): string {
  return (executions.at(-1)?.output ?? []).map(({ text }) => text).join('');
}

const shell = [run('kubectl exec -it web -- sh'), pass(1000)];
const end: Deed = { do: 'end' };
const interrupt: Deed = { do: 'interrupt' };

test.each<[string, readonly Deed[], string, number | undefined]>([
  ['answers what is typed', [type('hostname')], '# hostname\nweb\n# ', undefined],
  [
    'waits for the rest of a command',
    [type('for i in 1 2; do'), type('echo $i'), type('done')],
    '# for i in 1 2; do\n> echo $i\n> done\n1\n2\n# ',
    undefined,
  ],
  ['ends at exit, with its code', [type('exit 3')], '# exit 3\ncommand terminated with exit code 3\n', 3],
  ['ends at Ctrl-D', [end], '# \n', 0],
  [
    'hands Ctrl-C to what it runs, and goes on',
    [type('sleep 100'), pass(1000), interrupt, type('echo $?')],
    '# sleep 100\n^C\n# echo $?\n130\n# ',
    undefined,
  ],
  [
    'leaves a loop at Ctrl-C',
    [type('while true; do :; done'), pass(500), interrupt],
    '# while true; do :; done\n^C\n# ',
    undefined,
  ],
  [
    'forgets a line at Ctrl-C',
    [type('echo "a'), interrupt, type('echo b')],
    '# echo "a\n> ^C\n# echo b\nb\n# ',
    undefined,
  ],
  [
    'lets what it runs read, and read the end',
    [type('cat'), type('abc'), end, type('echo over')],
    '# cat\nabc\nabc\n# echo over\nover\n# ',
    undefined,
  ],
])('a shell in a container %s', (_, deeds, shown, exitCode) => {
  const session = withPod();
  perform(session, [...shell, ...deeds]);
  expect(screen(session)).toBe(shown);
  expect(session.executions.at(-1)?.exitCode()).toBe(exitCode);
});

test('what stays unanswered is told that nobody types, so that a replay ends', () => {
  const session = withPod();
  perform(session, shell);
  session.terminal.finish();
  expect(session.executions.at(-1)?.exitCode()).toBe(0);
});

test('in a script nobody types', () => {
  const session = withPod();
  session.perform({ do: 'run', line: 'kubectl exec -it web -- sh; read x; echo "[$x]"' });
  session.terminal.finish();
  expect(screen(session)).toBe(
    'Unable to use a TTY - input is not a terminal or the right kind of file\n[]\n',
  );
});

test.each<[string, string]>([
  ['a pipe', 'echo hostname | kubectl exec -it web -- sh'],
  ['a file', 'echo hostname > in; kubectl exec -it web -- sh < in'],
])('%s is no terminal', (_, line) => {
  const session = withPod();
  perform(session, [run(line), pass(1000)]);
  expect(screen(session)).toBe(
    'Unable to use a TTY - input is not a terminal or the right kind of file\nweb\n',
  );
});

test('read takes a line, and leaves its script at Ctrl-C', () => {
  const session = createSession({ seed: 1, files: new Map() });
  perform(session, [run('read x; echo "got $x"'), type('hello')]);
  expect(screen(session)).toBe('hello\ngot hello\n');
  perform(session, [run('read x; echo "got $x"'), interrupt]);
  expect(screen(session)).toBe('^C\n');
  expect(session.executions.at(-1)?.exitCode()).toBe(130);
});

test('kubectl attach leaves at Ctrl-C what does not heed it', () => {
  const session = createSession({ seed: 1, files: new Map() });
  perform(session, [
    { do: 'run', line: 'kubectl run -it --restart=Never deaf --image=busybox -- sleep 1000', tty: true },
    pass(10_000),
    interrupt,
    run('kubectl get pods --no-headers'),
    pass(1000),
  ]);
  expect(screen(session)).toMatch(/^deaf +1\/1 +Running/);
});

test('kubectl edit has the learner edit: what is saved is applied, what is refused is opened again with the reasons', () => {
  const session = withPod();
  const { terminal, cluster } = session;
  const open = () => perform(session, [run('kubectl edit pod web'), pass(500)]);
  const save = (from: string, to: string) =>
    perform(session, [{ do: 'close', text: terminal.editing?.text.replace(from, to) ?? '' }]);
  open();
  expect(terminal.editing?.path).toMatch(/^\/tmp\/kubectl-edit-\d+\.yaml$/);
  expect(terminal.isWaitingForLearner()).toBe(true);
  save('run: web', 'run: web\n    tier: front');
  expect(screen(session)).toBe('pod/web edited\n');
  expect(cluster.view.get(PodKind, 'default', 'web')?.metadata.labels).toEqual({ run: 'web', tier: 'front' });

  open();
  save('restartPolicy: Always', 'restartPolicy: Maybe');
  expect(terminal.editing?.text).toContain('# * spec.restartPolicy: Unsupported value: "Maybe"');
  perform(session, [{ do: 'close' }]);
  expect(terminal.editing).toBeUndefined();
  expect(screen(session)).toContain('error: Edit cancelled, no valid changes were saved.\n');
});

test('the editor opens files of the machine, and only for somebody who is there', () => {
  const session = createSession({ seed: 1, files: new Map([['a.txt', 'old\n']]) });
  perform(session, [run('vi a.txt')]);
  expect(session.terminal.editing).toEqual({ path: `${HOME}/a.txt`, text: 'old\n' });
  perform(session, [{ do: 'close', text: 'new\n' }, run('cat a.txt')]);
  expect(screen(session)).toBe('new\n');
  perform(session, [run('nano a.txt'), interrupt]);
  expect(session.terminal.editing).toBeUndefined();
  perform(session, [run('sleep 5')]);
  expect(session.terminal.editing).toBeUndefined();
  perform(session, [interrupt]);
  perform(session, [{ do: 'run', line: 'vi a.txt' }]);
  expect(screen(session)).toContain('vi: nobody is there to edit');
});

test('a conversation is replayed from its log', () => {
  const entries: LogEntry[] = [
    { do: 'run', line: 'kubectl run web --image=nginx; kubectl wait --for=condition=Ready pod/web' },
    { atMs: 60_000, do: 'run', line: 'kubectl exec -it web -- sh', tty: true },
    { atMs: 61_000, do: 'type', line: 'hostname' },
    { atMs: 62_000, do: 'end' },
    { atMs: 63_000, do: 'run', line: 'vi a.txt', tty: true },
    { atMs: 64_000, do: 'close', text: 'text\n' },
    { atMs: 65_000, do: 'run', line: 'cat a.txt', tty: true },
  ];
  const session = replay({ seed: 1, entries, untilMs: 70_000 });
  expect(session.executions.map(({ output }) => output.map(({ text }) => text).join(''))).toEqual([
    expect.any(String),
    '# hostname\nweb\n# \n',
    '',
    'text\n',
  ]);
});
