import { globSync, readFileSync } from 'node:fs';
import { load, loadAll } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { runScript } from '../../src/shell/run-script.ts';
import { readGradeCall } from './grade-call.ts';

const read = (name: string) => readFileSync(`grader/deploy/${name}`, 'utf8');
const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;

interface Job {
  readonly kind: string;
  readonly spec: {
    readonly completions: number;
    readonly template: {
      readonly spec: {
        readonly containers: readonly { readonly image: string; readonly args: readonly string[] }[];
      };
    };
  };
}

const jobs = (name: string) => (loadAll(read(name)) as Job[]).filter(({ kind }) => kind === 'Job');
const containerOf = (job: Job | undefined) =>
  job?.spec.template.spec.containers[0] ?? { image: '', args: [] };

describe('the Job that grades a class', () => {
  const [job] = jobs('grade-job.yaml');
  const { image, args } = containerOf(job);

  test('is what the exercise about it has for a solution, which the course proves', () => {
    expect(readFileSync('exercises/grade-a-class/solution/grade-job.yaml', 'utf8')).toBe(
      read('grade-job.yaml'),
    );
  });

  test('is taken by our own cluster, an index for each part', () => {
    const script =
      'kubectl apply -f grade-job.yaml\nsettle 30s\nkubectl get job petset-grade -o jsonpath={.spec.completionMode}';
    const { steps, objects } = runScript(script, {
      seed: 1,
      files: new Map([['grade-job.yaml', read('grade-job.yaml')]]),
    });
    expect(steps[0]).toMatchObject({
      exitCode: 0,
      stdout:
        'persistentvolumeclaim/petset-submissions created\npersistentvolumeclaim/petset-results created\njob.batch/petset-grade created\n',
    });
    expect(steps[2]?.stdout).toBe('Indexed');
    const pods = objects.filter(({ kind }) => kind === 'Pod');
    const indexes = pods.map(
      ({ metadata }) => metadata.annotations?.['batch.kubernetes.io/job-completion-index'],
    );
    expect(indexes.sort()).toEqual(['0', '1', '2', '3']);
    const claims = objects.filter(({ kind }) => kind === 'PersistentVolumeClaim');
    expect(claims.map((claim) => (claim as unknown as { status: { phase: string } }).status.phase)).toEqual([
      'Bound',
      'Bound',
    ]);
  });

  test.each([0, 3, 7])('calls the command line as it wants to be called, at index %i', (index) => {
    const words = args.slice(1).map((word) => word.replaceAll('$(JOB_COMPLETION_INDEX)', String(index)));
    expect(args[0]).toBe('grade');
    expect(readGradeCall(words)).toMatchObject({
      shard: { index, of: job?.spec.completions },
      out: `/results/shard-${index}`,
    });
  });

  test('leaves all that the merging Job takes', () => {
    const { args: merged, image: same } = containerOf(jobs('merge-job.yaml')[0]);
    const shards = merged.filter((word) => word.startsWith('/results/shard-'));
    expect(shards).toEqual(
      Array.from({ length: job?.spec.completions ?? 0 }, (_, index) => `/results/shard-${index}`),
    );
    expect([image, same]).toEqual([`petset-grader:${version}`, `petset-grader:${version}`]);
  });
});

describe('recipes', () => {
  test.each(['grade-repository.github.yml', 'grade-repository.gitlab.yml', 'gradescope.sh'])(
    '%s calls the command line as it wants to be called',
    (name) => {
      const [, words = ''] = /petset\.mjs grade (.+)/.exec(read(name)) ?? [];
      expect(readGradeCall(words.split(' '))).toMatchObject({ help: false, out: expect.any(String) });
      if (name.endsWith('.yml')) expect(load(read(name))).toBeTypeOf('object');
    },
  );
});

test('the image holds every package that the command line imports', async () => {
  const { PACKAGES, neededPackages } = await import(
    new URL('../deploy/keep-packages.mjs', import.meta.url).href
  );
  const code = globSync('{grader,src/sim,src/kubectl,src/shell}/**/*.ts').filter((path) => {
    return !/\.test\.ts$|\/(testdata|testing)\//.test(path);
  });
  const imported = code.flatMap((path) => {
    return [
      ...readFileSync(path, 'utf8').matchAll(
        /^(?:import|export)[^'";]*? from '((?:@[\w-]+\/)?[\w-]+)(?:\/[\w/.-]+)?';$/gm,
      ),
    ];
  });
  expect(code.length).toBeGreaterThan(100);
  expect([...new Set(imported.map(([, name]) => name))].filter((name) => name !== 'node').sort()).toEqual(
    PACKAGES,
  );
  const needed: Set<string> = neededPackages('node_modules');
  for (const name of ['pend', 'micromark-core-commonmark']) expect(needed).toContain(name);
  for (const name of ['astro', 'preact', 'vitest']) expect(needed).not.toContain(name);
});
