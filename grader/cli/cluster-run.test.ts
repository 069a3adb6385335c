import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

function clusterRun(script: string, ...words: string[]) {
  const line = ['grader/cli/main.ts', 'cluster', 'run', ...words];
  return spawnSync(process.execPath, line, { encoding: 'utf8', input: script, timeout: 60_000 });
}

test.each([
  ['a word as a seed', 'true', ['-', '--seed', 'my-Seed-7'], 0],
  ['a command that fails', 'false', ['-', '--seed', '42'], 0],
  ['a script that cannot be read', 'echo "', ['-'], 1],
  ['an empty seed', 'true', ['-', '--seed', ''], 2],
  ['a seed of other characters', 'true', ['-', '--seed', 'a b'], 2],
  ['a fraction as a seed', 'true', ['-', '--seed', '1.5'], 2],
])('%s', { timeout: 60_000 }, (_, script, words, status) => {
  expect(clusterRun(script, ...words).status).toBe(status);
});

test('--help tells seeds and exit codes', { timeout: 60_000 }, () => {
  const { stdout } = clusterRun('', '--help');
  expect(stdout).toContain('a whole number, or a word of letters, digits and dashes');
  expect(stdout).toMatch(/Exit codes: 0 played to the end .*, 1 .*, 2 wrong usage/);
});

const refused = "kubectl create -f - <<'EOF'\napiVersion: v1\nkind: pod\nmetadata: {name: web}\nEOF\n";
const help = '# help: STDIN:2:7: Did you mean Pod?\n';

test('--explain adds lines of its own after what kubectl prints', { timeout: 60_000 }, () => {
  const plain = clusterRun(refused, '-').stdout;
  expect(plain).not.toContain('# help');
  expect(clusterRun(refused, '-', '--explain').stdout).toBe(plain + help);
  expect(clusterRun(refused, '-', '--explain', '--locale', 'ko').stdout).toBe(
    plain + help.replace('Did you mean Pod?', '혹시 Pod 아닌가요?'),
  );
});

test('--explain --json adds a key to the step', { timeout: 60_000 }, () => {
  const [step] = JSON.parse(clusterRun(refused, '-', '--json', '--explain').stdout).steps;
  expect(step.help).toEqual([{ message: 'Did you mean Pod?', file: 'STDIN', line: 2, column: 7 }]);
  const [plain] = JSON.parse(clusterRun(refused, '-', '--json').stdout).steps;
  expect(plain).not.toHaveProperty('help');
});

test('--locale is one of those there are', { timeout: 60_000 }, () => {
  expect(clusterRun('true', '-', '--explain', '--locale', 'fr').status).toBe(2);
});
