/** Runs dependency-cruiser over TypeScript modules and says what it saw, so that blindness shows. */
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { cruise } from 'dependency-cruiser';
import { RULES } from './rules.ts';

export interface ImportFindings {
  /** One line a violation. */
  readonly violations: readonly string[];
  /** Modules of ours that were read. */
  readonly seen: ReadonlySet<string>;
}

const ROOTS = ['src', 'grader', '.ci'];

/** `.ci/testdata` breaks the rules on purpose. */
const isOurs = (path: string): boolean => !(path.startsWith('.ci/testdata/') || path.endsWith('.d.ts'));

/** The imports of all TypeScript modules below a root folder, held against the rules. */
export async function checkModules(baseDir: string): Promise<ImportFindings> {
  const files = globSync(
    ROOTS.map((root) => `${root}/**/*.{ts,tsx}`),
    { cwd: baseDir },
  );
  const sources = files.filter((path) => isOurs(path));
  const reply = await cruise(sources, {
    baseDir: resolve(baseDir),
    ruleSet: RULES,
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  });
  const result = reply.output as ICruiseResult;
  const ours = result.modules.filter(({ source, coreModule, couldNotResolve }) => {
    return !(coreModule || couldNotResolve || source.includes('node_modules/'));
  });
  return {
    violations: result.summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`),
    seen: new Set(ours.map(({ source }) => source)),
  };
}

/** The TypeScript modules that git keeps here: all of them must have been seen. */
export function trackedModules(): string[] {
  const patterns = ROOTS.flatMap((root) => [`${root}/**/*.ts`, `${root}/*.ts`, `${root}/**/*.tsx`]);
  const listed = execFileSync('git', ['ls-files', '-z', '--', ...patterns], { encoding: 'utf8' });
  const paths = listed.split('\0').filter((path) => path !== '');
  return paths.filter((path) => isOurs(path));
}
