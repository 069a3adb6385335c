import { describe, expect, test } from 'vitest';
import { checkAstroFile, importsOf } from './imports/astro.ts';
import { checkModules } from './imports/modules.ts';

describe('modules', () => {
  test('every broken rule of the fixture is found, and nothing else', async () => {
    const { violations, seen } = await checkModules('.ci/testdata/imports');
    expect(seen.size).toBe(16);
    expect([...violations].sort()).toEqual([
      'grader/grade.ts → grader/cli/main.ts: nobody-imports-the-command-line',
      'src/course/order.ts → ./absent.ts: course-see-only-what-is-theirs',
      'src/course/order.ts → ./absent.ts: nothing-unresolved',
      'src/course/order.ts → grader/grade.ts: course-see-only-what-is-theirs',
      'src/kubectl/get.ts → src/sim/machinery/clock.ts: kubectl-see-only-what-is-theirs',
      'src/kubectl/get.ts → src/sim/machinery/clock.ts: outsiders-enter-the-simulator-by-its-door',
      'src/kubectl/print.ts → fs: kubectl-see-only-what-is-theirs',
      'src/kubectl/print.ts → src/shell/shell.ts: kubectl-see-only-what-is-theirs',
      'src/sim/api/pod.ts → src/sim/apiserver/store.ts: sim-api-see-only-what-is-theirs',
      'src/sim/controllers/daemonset/reconcile.ts → src/sim/controllers/replicaset/reconcile.ts: controllers-are-strangers-to-each-other',
      'src/sim/controllers/daemonset/wiring.ts → src/sim/apiserver/store.ts: components-of-the-simulator-never-import-the-apiserver',
      'src/sim/machinery/left.ts → src/sim/machinery/right.ts: no-circles',
    ]);
  });
});

describe('.astro and .mdx files', () => {
  test('imports are read in every spelling', () => {
    const text = `---
import Pods from '#components/Pods.astro';
import '../styles/pods.css';
import {
  one,
  two,
} from "../sim/index.ts";
export { three } from './three.ts';
const later = await import('./later.ts');
---
`;
    expect(importsOf(text)).toEqual([
      '#components/Pods.astro',
      '../styles/pods.css',
      '../sim/index.ts',
      './three.ts',
      './later.ts',
    ]);
  });

  test.each([
    ['src/components/Pods.astro', '../sim/index.ts', 0],
    ['src/components/Pods.astro', '../sim/apiserver/store.ts', 1],
    ['src/components/Pods.astro', '../../grader/grade.ts', 0],
    ['src/components/Pods.astro', '../../grader/cli/main.ts', 1],
    ['src/components/Pods.astro', '../pages/index.astro', 1],
    ['src/components/Pods.astro', '@codemirror/view', 0],
    ['src/pages/index.astro', '#components/Pods.astro', 0],
    ['content/en/statefulsets/lesson.mdx', '#components/Pods.astro', 0],
    ['content/en/statefulsets/lesson.mdx', '#sim/index.ts', 1],
    ['content/en/statefulsets/lesson.mdx', '@astrojs/starlight/components', 0],
    ['content/en/statefulsets/lesson.mdx', 'js-yaml', 1],
    ['elsewhere/page.astro', '#components/Pods.astro', 1],
  ])('%s importing %s: %i violations', (path, specifier, violations) => {
    expect(checkAstroFile(path, `import x from '${specifier}';\n`)).toHaveLength(violations);
  });
});
