import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../src/shell/log.ts';
import type { Session } from '../src/shell/session.ts';
import { PodKind } from '../src/sim/index.ts';
import { grade } from './grade.ts';
import type { Exercise } from './parse-exercise.ts';
import { beginExercise } from './play.ts';
import { reportJson } from './report/report.ts';
import { reportLines } from './report/text.ts';
import { parseSubmission } from './submission.ts';
import { smallExercise } from './testdata/small-exercise.ts';

const c = '{kind: objects, resource: pods, name: c, match: {status: {phase: Running}}}';

function gradeLog(exercise: Exercise, entries: readonly unknown[], seed: number | string = 1, more = {}) {
  const text = JSON.stringify({
    format: 'petset/submission',
    version: 1,
    exercise: 'small',
    revision: 1,
    log: { seed, entries },
    ...more,
  });
  return grade(exercise, parseSubmission(exercise, 'json', text));
}

/** What stands before the learner on seed 1, two seconds after the last of some entries. */
function screenAfter(exercise: Exercise, entries: readonly LogEntry[]): Session {
  const { session, stepping } = beginExercise(exercise, 1);
  const { cluster, terminal } = session;
  for (const entry of entries) {
    stepping.advance(terminal, cluster.startMs + (entry.atMs ?? 0));
    session.perform(entry);
    stepping.advance(terminal, cluster.loop.nowMs + 2000);
  }
  return session;
}

const run = (line: string, atMs?: number) => ({
  do: 'run' as const,
  line,
  ...(atMs === undefined ? {} : { atMs }),
});

describe('an asked manifest is graded as the learner left it', () => {
  const exercise = smallExercise([c], { asks: '{manifest: c.yaml}' });
  const pod = (name: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: main, image: "nginx:1.27"}]}\n`;
  const save = (text: string, atMs: number) => ({ do: 'write', path: 'c.yaml', text, atMs });
  const apply = (atMs: number) => run('kubectl apply -f c.yaml', atMs);
  test.each([
    ['saved in the editor', [save(pod('c'), 0), apply(10)], 1],
    ['saved in the editor twice', [save(pod('c'), 0), save(pod('d'), 5), apply(10)], 0],
    ['changed at the prompt', [save(pod('d'), 0), run('sed -i s/d}/c}/ c.yaml', 5), apply(10)], 1],
    ['written at the prompt', [run(`cat > c.yaml <<'END'\n${pod('c')}END`, 0)], 1],
    ['saved after it was changed', [run('echo x > c.yaml', 0), save(pod('c'), 5)], 1],
    [
      'saved in vi',
      [save(pod('d'), 0), { ...run('vi c.yaml', 5), tty: true }, { do: 'close', text: pod('c'), atMs: 9 }],
      1,
    ],
    ['thrown away', [save(pod('c'), 0), run('rm c.yaml', 5)], 1],
    [
      'changed before a wait without end',
      [run(`echo '${pod('c')}' > c.yaml`, 0), run('sleep 9999999', 5)],
      1,
    ],
  ])('%s', (_, entries, points) => {
    expect(gradeLog(exercise, entries)).toMatchObject({ outcome: 'graded', points });
  });
});

describe('a log is graded on other seeds by what its learner meant', () => {
  const at = (entries: readonly LogEntry[]) =>
    entries.map((entry, index) => ({ ...entry, atMs: 5000 + 3000 * index }));
  const seeds = '[1, 2, 3, 4]';

  test('who names a pod means that pod', () => {
    const checks = ['{kind: objects, resource: pods, selector: kept=yes, count: 1}'];
    const exercise = smallExercise(checks, { seeds });
    const entries = [run('kubectl create deployment web --image=nginx:1.28 --replicas=3')];
    const session = screenAfter(exercise, at(entries));
    const name = session.cluster.view.list(PodKind).find((pod) => pod.metadata.name.startsWith('web-'))
      ?.metadata.name;
    const log = at([...entries, run(`kubectl label pod ${name} kept=yes`)]);
    expect(gradeLog(exercise, log)).toMatchObject({ points: 1 });
  });

  test('who changes a line in the editor changes that line', () => {
    const checks = ['{kind: cel, expression: \'services.exists(s, s.spec.selector.app == "c")\'}'];
    const exercise = smallExercise(checks, { seeds });
    const entries = [
      run('kubectl create deployment web --image=nginx:1.28 --replicas=3'),
      run('kubectl expose deployment web --port=80'),
      { ...run('kubectl edit service web'), tty: true as const },
    ];
    const text = screenAfter(exercise, at(entries)).terminal.editing?.text;
    expect(text).toContain('app: web');
    const log = at([...entries, { do: 'close', text: text?.replaceAll('app: web', 'app: c') }]);
    expect(gradeLog(exercise, log)).toMatchObject({ points: 1 });
  });
});

describe('a report', () => {
  test('is the same bytes every time, whatever the submission claims', () => {
    const exercise = smallExercise([c, '{kind: cel, expression: "pods.size() == 3"}'], { seeds: '[1, 2]' });
    const first = reportJson(gradeLog(exercise, [run('kubectl run c --image=nginx:1.27')]));
    const again = reportJson(
      gradeLog(exercise, [run('kubectl run c --image=nginx:1.27')], 1, { points: 99 }),
    );
    expect(again).toBe(first);
    expect(JSON.parse(first)).toMatchObject({ outcome: 'graded', points: 2, of: 2, seeds: [1, 2] });
    const other = gradeLog(exercise, [run('kubectl run c --image=nginx:1.28')]);
    expect(reportJson(other)).not.toBe(first);
  });

  test('says of another revision that it is one', () => {
    const report = gradeLog(smallExercise([c]), [], 1, { revision: 7 });
    expect(report.madeForRevision).toBe(7);
    expect(reportLines(report, smallExercise([c]), 'en').join('\n')).toContain('made for revision 7');
  });

  test('of an exercise with an image of its own runs it', () => {
    const answers = "[{path: /, body: 'Welcome to $(VERSION)'}]";
    const shop = `{name: shop, tags: [v1, v2], entrypoint: [/shop], programs: {/shop: {server: {port: 80, answers: ${answers}}}}}`;
    const check = "{kind: command, run: 'kubectl exec a -- curl -s shop', prints: Welcome to v2}";
    const exercise = smallExercise([check], { images: `[${shop}]` });
    expect(gradeLog(exercise, [run('kubectl run shop --image=shop:v2 --port=80 --expose')]).points).toBe(1);
    expect(gradeLog(exercise, [run('kubectl run shop --image=shop:v1 --port=80 --expose')]).points).toBe(0);
    expect(() => smallExercise([check], { images: '[{name: nginx}]' })).toThrow(
      'images: images[0]: there is an image nginx already',
    );
  });

  test('names the seed of the first failure', () => {
    const report = gradeLog(smallExercise([c], { seeds: '[5, 6]' }), []);
    expect(report.checks[0]).toMatchObject({ passed: false, seed: 5, points: 0 });
  });

  test('shows control characters instead of sending them, in both languages', () => {
    const exercise = smallExercise(['{kind: command, run: kubectl get pod a -o name, prints: zzz}']);
    const report = gradeLog(exercise, []);
    const [check] = report.checks;
    const [finding] = check?.findings ?? [];
    const evil = { id: 'printed' as const, text: '\u001b[2J\u202eok\u0007', exitCode: 0 };
    const spoiled = {
      ...report,
      checks: [{ ...check, findings: [{ ...finding, seen: evil }] }],
    } as typeof report;
    for (const locale of ['en', 'ko'] as const) {
      const text = reportLines(spoiled, exercise, locale).join('\n');
      expect(text).toContain('\\u001b[2J\\u202eok\\u0007');
      for (const mark of ['\u0007', '\u001b', '\u202e']) expect(text).not.toContain(mark);
    }
  });
});

describe('a log from the page', () => {
  test('is replayed by its clock, and Ctrl-C ends what would run for ever', () => {
    const entries = [
      run('kubectl get pods -w', 10_000),
      { do: 'interrupt', atMs: 12_000 },
      run('kubectl run c --image=nginx:1.27', 13_000),
    ];
    expect(gradeLog(smallExercise([c]), entries)).toMatchObject({ outcome: 'graded', points: 1 });
  });

  test('has what was typed, and what was saved in the editor that a command opened', () => {
    const at = (line: string, atMs: number) => ({ ...run(line, atMs), tty: true });
    const typed = [
      at('cat > image', 1000),
      { do: 'type', line: 'nginx:1.27', atMs: 2000 },
      { do: 'end', atMs: 3000 },
      at('vi name', 4000),
      { do: 'close', text: 'c\n', atMs: 5000 },
      at('kubectl run $(cat name) --image=$(cat image)', 6000),
    ];
    expect(gradeLog(smallExercise([c]), typed)).toMatchObject({ outcome: 'graded', points: 1 });
  });

  test('goes on after a question that nobody answers', () => {
    const entries = [
      { ...run('cat; vi x', 1000), tty: true },
      { ...run('kubectl run c --image=nginx:1.27', 2000), tty: true },
      { ...run('kubectl exec -it c -- sh', 20_000), tty: true },
    ];
    expect(gradeLog(smallExercise([c]), entries)).toMatchObject({ outcome: 'graded', points: 1 });
  });

  test('goes by what was on the screen on the seeds it was not made on', () => {
    // On its own seed there are three ready pods at 12.5 s; elsewhere c may not be there yet.
    const check =
      "{kind: cel, expression: \"pods.all(p, p.status.conditions.exists(c, c.type == 'Ready' && c.status == 'True')) && pods.size() == 2\"}";
    const entries = [
      run('kubectl run c --image=nginx:1.27', 10_000),
      run('kubectl wait --for=condition=Ready pod/c --timeout=30s', 10_100),
      run('kubectl delete pod a', 20_000),
    ];
    const report = gradeLog(smallExercise([check], { seeds: '[2, 3, 4]' }), entries, 'my own');
    expect(report).toMatchObject({ outcome: 'graded', points: 1 });
  });

  test('may save files, but not over a folder', () => {
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: c}\nspec: {containers: [{name: c, image: "nginx:1.27"}]}\n';
    const saved = [{ do: 'write', path: 'c.yaml', text: pod }, run('kubectl apply -f c.yaml')];
    expect(gradeLog(smallExercise([c]), saved).points).toBe(1);
    const over = [run('mkdir x'), { do: 'write', path: 'x', text: '' }];
    expect(gradeLog(smallExercise([c]), over)).toMatchObject({
      outcome: 'error',
      reason: { id: 'not-a-submission' },
    });
  });
});

describe('what goes too far', () => {
  const small = (limits: string) => smallExercise([c], { limits });
  test.each([
    ['commands without end', '{time: 10m}', 'kubectl get pods -w', 'out-of-time'],
    ['a loop that naps', '{moments: 5000}', 'while true; do sleep 0.001; done', 'over-limits'],
    [
      'too many objects',
      '{objects: 100}',
      'for i in $(seq 1 200); do kubectl create namespace n$i; done',
      'over-limits',
    ],
  ])('%s is an error, not a zero', (_, limits, script, reason) => {
    const exercise = small(limits);
    const report = grade(exercise, parseSubmission(exercise, 'sh', script));
    expect(report).toMatchObject({ outcome: 'error', reason: { id: reason }, checks: [] });
  });

  test.each([
    'while true; do :; done',
    'while true; do sleep 0; done',
    'f() { f; }; f',
    'exit 1\nkubectl run c --image=nginx:1.27',
  ])('%j ends and is graded', (script) => {
    const exercise = small('{moments: 20000}');
    const report = grade(exercise, parseSubmission(exercise, 'sh', script));
    expect(report).toMatchObject({ outcome: 'graded', points: 0 });
  });
});
