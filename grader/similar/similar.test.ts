import { describe, expect, test } from 'vitest';
import type { Submission } from '../submission.ts';
import { clustersOf } from './clusters.ts';
import { featuresOf } from './features.ts';
import { similarText } from './similar-text.ts';

function manifest(text: string): Submission {
  return { log: { entries: [{ do: 'write', path: 'web.yaml', text }] }, answers: new Map() };
}

function commands(lines: readonly (readonly [number, string])[]): Submission {
  return { log: { entries: lines.map(([atMs, line]) => ({ do: 'run', atMs, line })) }, answers: new Map() };
}

const texts = (submission: Submission) => featuresOf(submission).map(({ kind, text }) => `${kind} ${text}`);

describe('a submission is the same facts', () => {
  test('however its YAML is laid out', () => {
    const block = 'kind: Pod\nmetadata:\n  name: web\n  labels: {app: x}\n';
    const flow = '{metadata: {labels: {app: "x"}, name: web}, kind: Pod}';
    expect(texts(manifest(block)).sort()).toEqual(texts(manifest(flow)).sort());
  });

  test('however its commands are spelt', () => {
    const long = commands([[1, 'kubectl  get statefulset -o wide -n x']]);
    const short = commands([[1, 'kubectl get sts -n -o wide x']]);
    expect(texts(long)[0]).toBe('command kubectl get statefulsets wide x -n -o');
    expect(texts(short)[0]).toBe(texts(long)[0]);
  });

  test('and comments, pauses and broken lines are facts too', () => {
    expect(texts(manifest('a: [ # my very own comment\n'))).toEqual([
      'comment my very own comment',
      'line a: [ # my very own comment',
    ]);
    expect(
      texts(
        commands([
          [0, 'a'],
          [1234, 'b'],
          [5000, 'c'],
        ]),
      ),
    ).toContain('pause 1234 ms, 3766 ms');
  });

  test('and no alias bomb is walked through', () => {
    const bomb = Array.from(
      { length: 12 },
      (_, at) =>
        `a${at}: &a${at} [${Array(10)
          .fill(at === 0 ? 'x' : `*a${at - 1}`)
          .join(', ')}]`,
    );
    expect(featuresOf(manifest(bomb.join('\n'))).length).toBeLessThan(5001);
  });
});

describe('what is alike', () => {
  const own = (name: string) =>
    manifest(
      Array.from(
        { length: 12 },
        (_, at) => `# remark ${at} that only ${name} made\nk${at}: ${name}-${at}`,
      ).join('\n'),
    );
  const all = ['a', 'b', 'c', 'd', 'e', 'f'].map((student) => ({
    student,
    features: featuresOf(own(student)),
  }));

  test('is nothing where everybody did their own', () => {
    expect(clustersOf(all, { threshold: 0.6, known: [] })).toEqual([]);
    expect(similarText(new Map([['x', []]]), 'en')).toContain('Nothing stands out');
  });

  test('is what only a few share, with the evidence', () => {
    const copy = {
      student: 'g',
      features: [...featuresOf(own('a')), { kind: 'comment' as const, text: 'and a word of mine' }],
    };
    const clusters = clustersOf([...all, copy], { threshold: 0.6, known: [] });
    expect(clusters).toMatchObject([{ students: ['a', 'g'], pairs: [{ students: ['a', 'g'] }] }]);
    expect(clusters[0]?.pairs[0]?.likeness).toBeGreaterThan(0.9);
    expect(clusters[0]?.pairs[0]?.shared[0]).toMatchObject({ among: 2 });
    const said = similarText(new Map([['x', clusters]]), 'en');
    expect(said).toContain('remark 0 that only a made');
    expect(said).toContain('Likeness is no proof');
    expect(said).not.toMatch(/cheat|plagiar|copied|guilty/i);
    expect(similarText(new Map([['x', clusters]]), 'ko')).toContain('아무것도 증명하지 않습니다');
  });

  test('is not what the exercise gave', () => {
    const copy = { student: 'g', features: featuresOf(own('a')) };
    expect(clustersOf([...all, copy], { threshold: 0.6, known: copy.features })).toEqual([]);
  });
});
