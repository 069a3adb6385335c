import { describe, expect, test } from 'vitest';
import { HOME, replay } from '../../shell/session.ts';
import type { Frame, TerminalNews } from './frame.ts';
import { LiveSession } from './live-session.ts';
import { pictureOf } from './picture.ts';
import type { OpenRequest } from './protocol.ts';
import { refusedWords } from './refused-words.ts';

const MANIFEST = `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: web
spec:
  serviceName: nginx
  replicas: 2
  selector: {matchLabels: {app: nginx}}
  template:
    metadata: {labels: {app: nginx}}
    spec:
      containers:
        - name: nginx
          image: registry.k8s.io/nginx-slim:0.8
          volumeMounts: [{name: www, mountPath: /usr/share/nginx/html}]
  volumeClaimTemplates:
    - metadata: {name: www}
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
`;

const OPEN: OpenRequest = {
  do: 'open',
  seed: 1,
  nodes: 3,
  files: [['web.yaml', MANIFEST]],
  startScript: '',
  settleMs: 600_000,
};

const never = (): boolean => false;

/** Lets host time pass in the uneven pieces in which a browser gives it. */
function pass(session: LiveSession, hostMs: number): Frame[] {
  const frames: Frame[] = [];
  for (let left = hostMs, piece = 7; left > 0; left -= piece, piece = (piece * 13) % 61) {
    session.tick(Math.min(left, piece), never);
    frames.push(session.frame());
  }
  return frames;
}

function printed(frames: readonly Frame[]): string {
  const news = frames.flatMap((frame): readonly TerminalNews[] => frame.terminal?.news ?? []);
  return news.map((item) => (item.is === 'output' ? item.text : '')).join('');
}

function played(): { readonly session: LiveSession; readonly frames: Frame[] } {
  const session = new LiveSession(OPEN);
  session.play(10);
  const frames = [session.firstFrame()];
  session.run('kubectl apply -f web.yaml');
  frames.push(...pass(session, 700));
  session.run('kubectl wait --for=condition=Ready pod/web-0 --timeout=60s');
  session.run('kubectl get pods');
  frames.push(...pass(session, 3000));
  session.write('note.txt', 'kept');
  session.run('kubectl get pods -w');
  frames.push(...pass(session, 500));
  session.interrupt();
  session.run('kubectl delete pod web-0 --wait=false; cat note.txt');
  frames.push(...pass(session, 3000));
  return { session, frames };
}

describe('a session that is played with', () => {
  test('is the replay of its log', () => {
    const { session, frames } = played();
    const log = session.log();
    const again = replay(log, { files: new Map(OPEN.files) });
    expect(again.elapsedMs()).toBe(log.untilMs);
    const output = again.executions.flatMap((execution) => execution.output.map(({ text }) => text)).join('');
    expect(printed(frames)).toBe(output);
    const picture = frames.findLast((frame) => frame.picture)?.picture;
    const names = (it: typeof picture) =>
      it?.pods.map(({ uid, name, status, ready, node }) => [uid, name, status, ready, node]);
    expect(names(picture)).toEqual(names(pictureOf(again.cluster, new Map())));
    expect(picture?.pods.map(({ name }) => name).sort()).toEqual(['web-0', 'web-1']);
    expect(picture?.claims.map(({ name, status }) => [name, status])).toEqual([
      ['www-web-0', 'Bound'],
      ['www-web-1', 'Bound'],
    ]);
  });

  test('goes on from its log as it was', () => {
    const { session, frames } = played();
    const log = session.log();
    const resumed = new LiveSession({ ...OPEN, log });
    const frame = resumed.firstFrame();
    expect(printed([frame])).toBe(printed(frames));
    expect(frame.picture).toEqual(session.firstFrame().picture);
    expect(frame.files).toEqual([['note.txt', 'kept']]);
    expect(resumed.log()).toEqual(log);
  });

  test('holds a command line back until the one before it has ended', () => {
    const session = new LiveSession(OPEN);
    session.play(1);
    session.run('sleep 5');
    session.run('echo after');
    expect(session.frame().terminal).toMatchObject({ isBusy: true, queued: ['echo after'] });
    pass(session, 5100);
    expect(session.log().entries).toEqual([
      { atMs: 0, do: 'run', line: 'sleep 5', tty: true },
      { atMs: 5000, do: 'run', line: 'echo after', tty: true },
    ]);
  });

  test('gives what is typed to the program that reads, and its end to it before a command from elsewhere', () => {
    const session = new LiveSession(OPEN);
    session.run('cat', true);
    expect(session.frame().terminal).toMatchObject({ isBusy: true, isRead: true });
    expect(session.frame().clock.isSettled).toBe(true);
    session.run('typed', true);
    expect(printed([session.frame()])).toBe('typed\ntyped\n');
    session.run('vi note.txt');
    expect(session.frame().terminal).toMatchObject({ editing: { path: `${HOME}/note.txt`, text: '' } });
    session.run('echo after', true);
    expect(session.frame().terminal?.editing).toBeUndefined();
    expect(session.log().entries.map(({ atMs: _, ...entry }) => entry)).toEqual([
      { do: 'run', line: 'cat', tty: true },
      { do: 'type', line: 'typed' },
      { do: 'end' },
      { do: 'run', line: 'vi note.txt', tty: true },
      { do: 'close' },
      { do: 'run', line: 'echo after', tty: true },
    ]);
  });

  test('answers while its clock stands still, but does not wait', () => {
    const session = new LiveSession(OPEN);
    session.run('kubectl get nodes');
    const { terminal, clock } = session.frame();
    expect(terminal?.isBusy).toBe(false);
    expect(printed([{ clock, ...(terminal ? { terminal } : {}) }])).toContain('node-3');
    session.run('kubectl get pods -w');
    expect(session.frame().terminal?.isBusy).toBe(true);
    expect(session.frame().clock.elapsedMs).toBeLessThanOrEqual(2000);
  });

  test('stands still when a speed is chosen, and plays at that speed', () => {
    const session = new LiveSession(OPEN);
    session.setRate(30);
    pass(session, 100);
    expect(session.frame().clock).toMatchObject({ elapsedMs: 0, isPlaying: false, rate: 30 });
    session.play(1);
    session.setRate(10);
    pass(session, 100);
    expect(session.frame().clock.elapsedMs).toBe(1000);
  });

  test('steps to the next thing that can be seen', () => {
    const session = new LiveSession(OPEN);
    session.run('kubectl apply -f web.yaml');
    const before = session.firstFrame();
    session.step();
    const after = session.frame();
    expect(after.picture).toBeDefined();
    expect(after.picture).not.toEqual(before.picture);
    expect(after.clock.isPlaying).toBe(false);
  });

  test('steps no further than a minute where nothing is due, and says so', () => {
    const session = new LiveSession(OPEN);
    const { elapsedMs } = session.frame().clock;
    session.step();
    expect(session.frame().clock).toMatchObject({ elapsedMs: elapsedMs + 60_000, isNothingDue: true });
    session.run('kubectl apply -f web.yaml');
    expect(session.frame().clock.isNothingDue).toBe(false);
    session.step();
    expect(session.frame().clock.isNothingDue).toBe(false);
  });

  test('hurries to rest and stops there', () => {
    const session = new LiveSession(OPEN);
    session.run('kubectl apply -f web.yaml');
    session.settle();
    const frames = pass(session, 3000);
    expect(session.isRunning).toBe(false);
    expect(frames.at(-1)?.clock).toMatchObject({ isSettled: true, isSettling: false, isPlaying: false });
    expect(frames.findLast((frame) => frame.picture)?.picture?.sets).toEqual([
      {
        kind: 'StatefulSet',
        namespace: 'default',
        name: 'web',
        wanted: 2,
        ready: 2,
        updated: 2,
        isRollout: false,
      },
    ]);
  });

  test('lets go of time that could not be done in time', () => {
    const session = new LiveSession(OPEN);
    session.play(60);
    session.tick(1000, () => true);
    const { elapsedMs } = session.frame().clock;
    expect(elapsedMs).toBe(0);
    session.tick(1, never);
    expect(session.frame().clock.elapsedMs).toBeLessThanOrEqual(61);
  });

  test('tells the editor of files that the terminal wrote, and not of its own', () => {
    const session = new LiveSession(OPEN);
    session.write('web.yaml', 'a: 1\n');
    session.run('sed s/1/2/ web.yaml > other.yaml');
    expect(session.frame().files).toEqual([['other.yaml', 'a: 2\n']]);
    session.run('echo b > web.yaml');
    expect(session.frame().files).toEqual([['web.yaml', 'b\n']]);
    session.run('true');
    expect(session.frame().files).toBeUndefined();
  });

  test('begins with what its start script left', () => {
    const session = new LiveSession({ ...OPEN, startScript: 'kubectl apply -f web.yaml\n' });
    const frame = session.firstFrame();
    expect(frame.picture?.sets[0]).toMatchObject({ name: 'web', ready: 2 });
    expect(frame.terminal?.news).toEqual([]);
    expect(session.log().entries).toEqual([]);
  });
});

describe('a manifest that is refused', () => {
  const open = (request: OpenRequest): LiveSession =>
    new LiveSession(request, undefined, (act) => act(refusedWords));
  const refused = MANIFEST.replace('matchLabels', 'matchlabels');

  function frameOf(locale: string): Frame {
    const session = open({ ...OPEN, locale });
    session.write('web.yaml', refused);
    session.run('kubectl apply -f web.yaml');
    return session.frame();
  }

  const marks = [
    [
      'web.yaml',
      [
        {
          line: 8,
          column: 14,
          marked: 'matchlabels',
          said: 'unknown field "spec.selector.matchlabels"',
          advice: 'Did you mean matchLabels?',
          instead: 'matchLabels',
        },
      ],
    ],
  ];

  test('is marked in its file, and there is help beside the output, not in it', () => {
    const frame = frameOf('en');
    expect(frame.marks).toEqual(marks);
    const news = frame.terminal?.news ?? [];
    expect(news.find((item) => item.is === 'help')).toMatchObject({
      id: 0,
      help: [{ place: 'web.yaml:8:14', advice: 'Did you mean matchLabels?' }],
    });
    expect(printed([frame])).not.toContain('Did you mean');
  });

  test("is explained in the page's language", () => {
    expect(frameOf('ko').marks?.[0]?.[1][0]?.advice).toBe('혹시 matchLabels 아닌가요?');
  });

  test('is no longer marked once another text is written, or it is read again and taken', () => {
    const session = open(OPEN);
    session.write('web.yaml', refused);
    session.run('kubectl apply -f web.yaml');
    expect(session.frame().marks).toHaveLength(1);
    session.run('kubectl get nodes');
    expect(session.frame().marks).toBeUndefined();
    session.write('web.yaml', MANIFEST);
    expect(session.frame().marks).toEqual([['web.yaml', []]]);
  });

  test('is marked again where its session is brought back', () => {
    const session = open(OPEN);
    session.write('web.yaml', refused);
    session.run('kubectl apply -f web.yaml');
    const frame = open({ ...OPEN, log: session.log() }).firstFrame();
    expect(frame.marks).toEqual(marks);
    expect(frame.terminal?.news.some((item) => item.is === 'help')).toBe(true);
  });

  test('changes nothing of the log', () => {
    const session = open(OPEN);
    session.write('web.yaml', refused);
    session.run('kubectl apply -f web.yaml');
    expect(session.log().entries.map((entry) => entry.do)).toEqual(['write', 'run']);
  });

  test('words that come late go to the command that they are about, and mark only what still stands', () => {
    const late: (() => void)[] = [];
    const session = new LiveSession(OPEN, undefined, (act) => late.push(() => act(refusedWords)));
    session.write('web.yaml', refused);
    session.run('kubectl apply -f web.yaml');
    session.run('kubectl get deploymnets');
    session.frame();
    session.write('web.yaml', MANIFEST);
    for (const act of late) act();
    const frame = session.frame();
    expect(frame.marks).toBeUndefined();
    expect(frame.terminal?.news).toEqual([
      { is: 'help', id: 0, help: [{ place: 'web.yaml:8:14', advice: 'Did you mean matchLabels?' }] },
      { is: 'help', id: 1, help: [{ place: '', advice: 'Did you mean deployments?' }] },
    ]);
  });
});
