/**
 * `npm run new:lesson -- MODULE/LESSON`: a lesson's page with everything that a lesson has, to be filled in. It is not in the course until
 * content/course.yaml lists it.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { FALLBACK_LOCALE } from '../src/course/locale.ts';

const page = (lesson: string): string => `---
title: A title that says what it is about
description: One sentence for search results and links.
objectives:
  - say what a reader can do afterwards, as the end of "after this lesson you can"
  - three of them at least
  - each one something that the exercises let them do
needs: []
reading:
  Pods: https://kubernetes.io/docs/concepts/workloads/pods/
covers: []
---

import Beside from '#components/lab/Beside.astro';
import Lab from '#components/lab/Lab.astro';
import Run from '#components/lab/Run.astro';
import Predict from '#components/lesson/Predict.astro';
import Summary from '#components/lesson/Summary.astro';
import Exercise from '#components/exercise/Exercise.astro';
import Quiz from '#components/quiz/Quiz.astro';

What goes wrong without the thing that this lesson is about.

**The question that the reader wants answered?**

<Beside>
<Lab slot="lab" id="${lesson}" files={{}} />

## What happens

<Predict>What will be printed?</Predict>

<Run command="kubectl get nodes" prints="Ready" />

</Beside>

## Now you

## What you remember

<Summary>

## On one page

- What somebody would look up a year later.

</Summary>
`;

const [address = ''] = process.argv.slice(2);
const [, lesson] = /^[a-z0-9-]+\/([a-z0-9-]+)$/.exec(address) ?? [];
const path = `content/${FALLBACK_LOCALE}/${address}.mdx`;
if (lesson === undefined) {
  process.stderr.write('npm run new:lesson -- MODULE/LESSON, in lower-case words joined by hyphens\n');
  process.exitCode = 2;
} else if (existsSync(path)) {
  process.stderr.write(`${path} is there already\n`);
  process.exitCode = 1;
} else {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, page(lesson));
  process.stdout.write(`${path}\nNext: list ${address} in content/course.yaml, and read content/README.md\n`);
}
