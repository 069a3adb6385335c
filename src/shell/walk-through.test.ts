// A walk-through of a StatefulSet that was recorded on a real cluster, played command by command. What must come out is what that
// cluster printed, but for names and ages, and for what has changed since: the table below says what.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ScriptStep } from './run-script.ts';
import { runScript } from './run-script.ts';

const folder = new URL('./testdata/statefulset-walk-through/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

/** What 1.36 prints in another way than the recording of 2020, and why. */
const changedSince: readonly (readonly [RegExp, string])[] = [
  // A column for volume attributes classes was added.
  [/ VOLUMEATTRIBUTESCLASS/g, ''],
  [/ <unset>(?= AGE$)/gm, ''],
  [/ <unset>/g, ''],
  // A deleted object's namespace is named.
  [/ deleted from default namespace/g, ' deleted'],
  // A pod that has ended on its way out shows how it ended.
  [/ 0\/1 (Completed|Error) 0 /g, ' 0/1 Terminating 0 '],
  // kubectl run says what is recorded, and that a script is no terminal.
  [/^Unable to use a TTY.*\n|^All commands and output from this session.*\n/gm, ''],
  // The shell's prompt, and the pod that --rm takes away, were cut from the recording.
  [/^\/ # ?/gm, ''],
  [/^pod "dns-test" deleted\n/gm, ''],
];

const chance: readonly (readonly [RegExp, string])[] = [
  [/[ \t]+$/gm, ''],
  [/(?<=\S) {2,}/g, ' '],
  [/\b\d{1,3}(\.\d{1,3}){3}\b/g, 'IP'],
  [/\bpvc-[0-9a-f-]{36}\b/g, 'pvc-UID'],
  [/\bnode-\d\b/g, 'NODE'],
  [/\b(\d+[smh])+$/gm, 'AGE'],
  [/(?<= [01] )(\d+[smh])+(?= )/g, 'AGE'],
  [/\n\n+/g, '\n'],
];

function plain(text: string): string {
  return [...chance, ...changedSince, ...chance]
    .reduce((it, [pattern, to]) => it.replace(pattern, to), text)
    .trim();
}

/** One row a state: how many writes it took to get there is the cluster's business. */
function withoutRepeats(text: string): string {
  return text
    .split('\n')
    .filter((line, i, lines) => line !== lines[i - 1])
    .join('\n');
}

/** What stood on the screen under each command; waiting and watching belong to the command before them. */
function screens(steps: readonly ScriptStep[]): { command: string; shown: string }[] {
  const found: { command: string; shown: string }[] = [];
  for (const { line, output } of steps) {
    const [first = ''] = line.split('\n');
    const command = first.replace(/ <<'EOF'$/, '').replace(/^KUBE_EDITOR="[^"]*" /, '');
    const last = found.at(-1);
    if (/^(await|wait|timeout)\b/.test(command) && last) last.shown += output;
    else found.push({ command, shown: output });
  }
  return found;
}

function expected(console: string): { command: string; shown: string }[] {
  return console
    .split(/^\$ /m)
    .slice(1)
    .map((block) => {
      const end = block.indexOf('\n');
      return { command: block.slice(0, end), shown: block.slice(end + 1).trim() };
    });
}

test.each([1, 2, 3])('prints what the real cluster printed, on seed %i', (seed) => {
  const files = new Map([['nginx-statefulset.yaml', read('nginx-statefulset.yaml')]]);
  const run = runScript(read('walk-through.sh'), { seed, files, freeze: true });
  const got = screens(run.steps).map(({ command, shown }) => ({
    command,
    shown: withoutRepeats(plain(shown)),
  }));
  // Volumes are listed by their names, which are chance.
  const sorted = (it: { command: string; shown: string }) =>
    it.command === 'kubectl get pv' ? { ...it, shown: it.shown.split('\n').sort().join('\n') } : it;
  expect(got.map(sorted)).toEqual(expected(read('walk-through.console')).map(sorted));
  expect(run.error).toBeUndefined();
});
