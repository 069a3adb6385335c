import { expect, test } from 'vitest';
import { LiveSession } from './live-session.ts';
import { selectPods } from './selecting.ts';

function cluster() {
  const session = new LiveSession({
    do: 'open',
    seed: 1,
    nodes: 1,
    files: [],
    startScript:
      'kubectl run a --image=nginx:1.25 -l app=web,tier=front; kubectl run b --image=nginx:1.25 -l app=db; kubectl run c --image=nginx:1.25 -l tier=back',
    settleMs: 60_000,
  });
  const names = new Map(session.firstFrame().picture?.pods.map(({ uid, name }) => [uid, name]));
  return (selector: string) => {
    const { caught, missed, problem } = selectPods(session.cluster, selector);
    return {
      caught: caught.map((uid) => names.get(uid)).join(),
      missed: missed.map(({ uid, wanted, key, has }) => `${names.get(uid)}: ${wanted}, ${key} is ${has}`),
      problem,
    };
  };
}

test('what a selector catches and, of what it misses, the condition that does not hold', () => {
  const select = cluster();
  expect(select('app=web')).toMatchObject({
    caught: 'a',
    missed: ['b: app=web, app is db', 'c: app=web, app is undefined'],
  });
  expect(select('app in (web, db),!tier')).toMatchObject({
    caught: 'b',
    missed: ['a: !tier, tier is front', 'c: app in (db,web), app is undefined'],
  });
  expect(select('').caught).toBe('a,b,c');
});

test('a selector that cannot be read says so', () => {
  expect(cluster()('app=(').problem).toContain('unable to parse requirement');
});
