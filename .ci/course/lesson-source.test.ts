import { expect, test } from 'vitest';
import { readLesson } from './lesson-source.ts';

const MDX = `---
title: T
covers: [a.b]
---

import Lab from '#components/lab/Lab.astro';
import web from '../web.yaml?raw';

<Beside>
<Lab slot="lab" id="one" nodes={2} files={{ 'web.yaml': web }} />

A *pod* and \`code\`.

<Run command="kubectl get pods" prints="web" />
<Run command={\`kubectl get x
kubectl get y\`} prints={['a', 'b']} lacks="c" fails />
</Beside>

<Exercise slug="e" />
<Quiz slug="q" />
`;

test('a lesson is read with its labs, what they show, and its words', () => {
  const source = readLesson(MDX, (module) => `text of ${module}`);
  expect(source.frontMatter).toEqual({ title: 'T', covers: ['a.b'] });
  expect(source.exercises).toEqual(['e']);
  expect(source.quizzes).toEqual(['q']);
  expect(source.prose).toContain('A pod and ….');
  const [lab] = source.labs;
  expect(lab).toMatchObject({ id: 'one', nodes: 2, seed: 1, start: '' });
  expect(lab?.files).toEqual(new Map([['web.yaml', 'text of ../web.yaml']]));
  expect(lab?.runs).toEqual([
    { line: 14, command: 'kubectl get pods', prints: ['web'], lacks: [], fails: false },
    { line: 15, command: 'kubectl get x\nkubectl get y', prints: ['a', 'b'], lacks: ['c'], fails: true },
  ]);
});

test('a command before every lab is refused', () => {
  expect(() => readLesson('<Run command="ls" />\n', () => '')).toThrow('line 1: a <Run> before every <Lab>');
});
