import { describe, expect, test } from 'vitest';
import type { Frame } from './frame.ts';
import { LiveSession } from './live-session.ts';
import type { OpenRequest } from './protocol.ts';
import { withStory } from './timeline/chronicle.ts';
import type { Happening } from './timeline/story.ts';

const OPEN: OpenRequest = { do: 'open', seed: 1, nodes: 3, files: [], startScript: '', settleMs: 600_000 };
const never = (): boolean => false;

/** A session in which two things are done, ten seconds apart. */
function played(): LiveSession {
  const session = new LiveSession(OPEN);
  session.play(10);
  session.run('kubectl create deployment web --image=nginx:1.25 --replicas=2');
  session.tick(1000, never);
  session.write('note.txt', 'later');
  session.run('kubectl scale deployment web --replicas=4; echo done');
  session.tick(1000, never);
  session.pause();
  return session;
}

function printed(frame: Frame): string {
  const news = frame.terminal?.news ?? [];
  return news.map((item) => (item.is === 'output' ? item.text : '')).join('');
}

describe('looking back', () => {
  test('shows picture, terminal and files as they were, and keeps the whole recording', () => {
    const session = played();
    const log = session.log();
    const then = session.at(5000);
    const frame = then.firstFrame();
    expect(frame.clock).toMatchObject({ elapsedMs: 5000, endMs: 20_000, ahead: 2, isPlaying: false });
    expect(frame.picture?.pods).toHaveLength(2);
    expect(printed(frame)).toBe('deployment.apps/web created\n');
    expect(frame.files).toBeUndefined();
    expect(then.log()).toEqual(log);
  });

  test('comes to the same end, in one leap or by playing on', () => {
    const session = played();
    const end = session.firstFrame();
    const leapt = session.at(5000).at(20_000);
    expect(leapt.firstFrame().picture).toEqual(end.picture);
    const gone = session.at(5000);
    gone.play(10);
    for (let passed = 0; passed < 1500; passed += 37) gone.tick(37, never);
    gone.pause();
    expect(gone.log().entries).toEqual(session.log().entries);
    const frame = gone.firstFrame();
    expect(printed(frame)).toContain('done');
    expect(frame.picture?.pods.map(({ uid }) => uid)).toEqual(end.picture?.pods.map(({ uid }) => uid));
    expect(frame.clock.ahead).toBe(0);
  });

  test('steps to what was done, and settles only after it', () => {
    const then = played().at(9000);
    then.settle();
    for (let passed = 0; passed < 2000 && then.isRunning; passed += 33) then.tick(33, never);
    expect(then.firstFrame().picture?.sets[0]).toMatchObject({ wanted: 4, ready: 4 });
    const other = played().at(9900);
    other.step();
    expect(other.firstFrame().clock.elapsedMs).toBe(10_000);
  });

  test('tells nothing twice', () => {
    const session = played();
    const first = session.frame();
    const story = withStory([], first.story ?? { from: 0, happenings: [] });
    const then = session.at(5000);
    expect(then.firstFrame().story).toBeUndefined();
    const there = then.at(20_000);
    expect(there.frame().story).toBeUndefined();
    expect(story.filter((it) => it.is === 'mark' && it.what === 'command')).toHaveLength(2);
  });

  test('goes nowhere before the beginning or beyond the end', () => {
    const session = new LiveSession({ ...OPEN, startScript: 'sleep 7' });
    const { beginMs } = session.firstFrame().clock;
    expect(beginMs).toBe(7000);
    expect(session.at(0).firstFrame().clock.elapsedMs).toBe(7000);
    expect(session.at(99_000).firstFrame().clock.elapsedMs).toBe(7000);
  });
});

describe('doing something at an earlier moment', () => {
  const branched = (): { readonly session: LiveSession; readonly story: readonly Happening[] } => {
    const session = played();
    const told = session.frame().story ?? { from: 0, happenings: [] };
    const then = session.at(5000);
    then.run('kubectl delete deployment web');
    const story = withStory(withStory([], told), then.frame().story ?? { from: 0, happenings: [] });
    return { session: then, story };
  };

  test('takes the place of what came after', () => {
    const { session, story } = branched();
    expect(session.log().entries.map((entry) => (entry.do === 'run' ? entry.line : entry.do))).toEqual([
      'kubectl create deployment web --image=nginx:1.25 --replicas=2',
      'kubectl delete deployment web',
    ]);
    const commands = story.filter((it) => it.is === 'mark' && it.what === 'command');
    expect(commands.map((it) => it.atMs)).toEqual([0, 5000]);
    expect(session.firstFrame().clock).toMatchObject({ ahead: 0, canRestore: true });
  });

  test('can be taken back', () => {
    const { session } = branched();
    const before = session.restored();
    const frame = before?.firstFrame();
    expect(frame?.clock).toMatchObject({ elapsedMs: 20_000, ahead: 0 });
    expect(frame?.picture?.sets[0]).toMatchObject({ wanted: 4, ready: 4 });
    expect(frame?.story?.from).toBe(0);
  });
});

describe('watching how something was graded', () => {
  const deploy = { do: 'run', line: 'kubectl create deployment graded --image=nginx:1.25' } as const;
  const rest = { do: 'run', line: 'settle 10m' } as const;
  const remove = { do: 'run', line: 'kubectl delete deployment graded' } as const;

  test('shows another cluster at a moment, and keeps the log of the own one', () => {
    const session = played();
    const own = session.log();
    const watched = session.watching({ seed: 1, entries: [deploy, rest] }, 500, undefined);
    const frame = watched.firstFrame();
    expect(frame.clock.elapsedMs).toBe(500);
    expect(frame.picture?.sets.map(({ name }) => name)).toEqual(['graded']);
    expect(frame.story?.from).toBe(0);
    expect(watched.log()).toEqual(own);
    expect(watched.at(0).log()).toEqual(own);
    const back = watched.restored();
    expect(back?.isWatching).toBe(false);
    expect(back?.firstFrame().picture?.sets).toMatchObject([{ name: 'web', wanted: 4 }]);
  });

  test('counts the time of an experiment from its first deed', () => {
    const watched = played().watching({ seed: 1, entries: [deploy, rest, remove, rest] }, 0, 2);
    const before = watched.firstFrame();
    expect(before.picture?.sets).toMatchObject([{ name: 'graded', ready: 1 }]);
    expect(watched.at(before.clock.elapsedMs + 2000).firstFrame().picture?.sets).toEqual([]);
  });
});
