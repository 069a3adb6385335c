import { describe, expect, test } from 'vitest';
import { parseExercise } from './parse-exercise.ts';

const yaml = `
id: tiny
revision: 1
objectives: [sts.why]
asks: {manifest: web.yaml}
checks:
  - {id: one, points: 1, kind: objects, resource: pods}
quiz:
  - {id: two, points: 1, kind: choice, choices: [a, b], answer: a}
  - {id: three, points: 1, kind: number, answer: 3}
`;
const text = `# Tiny

The brief.

## one

A pod.

### hint

Look.

\`\`\`sh
## not a heading
\`\`\`

### hint

Look closer.

### feedback

It failed.

## two

Which?

### choice a

A.

### why a

Yes.

### choice b

B.

### why b

No.

## three

How many?

### why

Three.

## solution

So.
`;

const files = (changes: Record<string, string> = {}) =>
  new Map(Object.entries({ 'exercise.yaml': yaml, 'text/en.md': text, ...changes }));

function problemsOf(changes: Record<string, string>): readonly string[] {
  const parsed = parseExercise(files(changes));
  return parsed.ok ? [] : parsed.problems;
}

describe('an exercise', () => {
  test('is read with its texts, defaults and hash', () => {
    const parsed = parseExercise(files());
    if (!parsed.ok) throw new Error(parsed.problems.join());
    const { definition, texts, hash } = parsed.value;
    expect(definition).toMatchObject({
      seeds: [1, 2, 3],
      cluster: { nodes: 3 },
      limits: { time: 3_600_000 },
    });
    const en = texts.get('en');
    expect(en).toMatchObject({ title: 'Tiny', brief: 'The brief.', solution: 'So.' });
    const one = en?.sections.get('one');
    expect(one).toMatchObject({ wanted: 'A pod.', feedback: 'It failed.' });
    expect(one?.hints).toEqual(['Look.\n\n```sh\n## not a heading\n```', 'Look closer.']);
    expect(en?.sections.get('two')?.whys.get('b')).toBe('No.');
    const other = parseExercise(files({ 'start/web.yaml': 'a: 1' }));
    expect(other.ok && other.value.hash).not.toBe(hash);
    const retold = parseExercise(files({ 'text/en.md': text.replace('It failed.', 'It did.') }));
    expect(retold.ok && retold.value.hash).toBe(hash);
  });

  test('may be an exam, which gives no hints and hides what its checks see', () => {
    const exam = { 'exercise.yaml': `${yaml}exam: true\n` };
    expect(problemsOf(exam)).toEqual(['text/en.md: one has a "### hint", and this is an exam']);
    const silent = text.replaceAll('### hint', '### feedback');
    const parsed = parseExercise(files({ ...exam, 'text/en.md': silent }));
    expect(parsed.ok && parsed.value.hidden).toEqual(new Set(['one']));
    const usual = parseExercise(files());
    expect(usual.ok && usual.value.hidden).toBeUndefined();
  });

  test.each([
    ['no section', { 'text/en.md': text.replace('## one', '## uno') }, 'there is no "## one"'],
    ['no hint', { 'text/en.md': text.replaceAll('### hint', '### feedback') }, 'one has no "### hint"'],
    ['no why', { 'text/en.md': text.replace('### why b', '### feedback') }, 'two has no "### why b"'],
    [
      'no why without choices',
      { 'text/en.md': text.replace('### why\n', '### hint\n') },
      'three has no "### why"',
    ],
    ['an unknown id', { 'text/en.md': `${text}\n## four\n\nX.\n` }, '"## four" is no id'],
    ['an unknown part', { 'text/en.md': text.replace('### hint', '### tip') }, 'means nothing'],
    ['a section twice', { 'text/en.md': `${text}\n## two\n\nX.\n` }, '"## two" is there twice'],
    [
      'a table',
      { 'text/en.md': text.replace('The brief.', '| Value | When |\n|---|:--|\n| a | b |') },
      'there is a table',
    ],
    ['no title', { 'text/en.md': text.replace('# Tiny', '') }, 'there is no "# Title"'],
    ['a stray file', { 'notes.txt': '' }, 'notes.txt is a stray file'],
    ['a Korean text with a gap', { 'text/ko.md': '# 제목\n\n설명\n' }, 'text/ko.md: there is no "## one"'],
    [
      'an unknown key',
      { 'exercise.yaml': `${yaml}\nscore: 3\n` },
      'exercise.yaml: Unrecognized key: "score"',
    ],
    [
      'an unknown check',
      { 'exercise.yaml': yaml.replace('kind: objects', 'kind: magic') },
      'exercise.yaml: checks.0.kind',
    ],
    ['an unknown resource', { 'exercise.yaml': yaml.replace('pods}', 'podz}') }, '"podz" is no resource'],
    ['an id twice', { 'exercise.yaml': yaml.replace('id: two', 'id: one') }, '"one" stands for two'],
    [
      'an answer that is no choice',
      { 'exercise.yaml': yaml.replace('answer: a', 'answer: c') },
      'not among the choices',
    ],
    [
      'checks that nobody asked for',
      { 'exercise.yaml': yaml.replace('asks: {manifest: web.yaml}', '') },
      'checks go with',
    ],
    ['YAML that does not read', { 'exercise.yaml': 'a: [' }, 'exercise.yaml: '],
    ['YAML that is not there', { 'exercise.yaml': '' }, 'exercise.yaml: '],
  ])('with %s is refused', (_, changes, problem) => {
    expect(problemsOf(changes as unknown as Record<string, string>).join('\n')).toContain(problem);
  });
});
