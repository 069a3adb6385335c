// Our flags beside those of a real kubectl, where there is one on the machine: every flag we accept must be one of its
// flags, and those of its flags that we lack are named here.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { commands } from './commands/index.ts';
import { globalFlags } from './global-flags.ts';

/** Flags of 1.36 that older kubectls do not have. */
const since1_32: ReadonlySet<string> = new Set([
  'api-resources --show-managed-fields',
  'autoscale --cpu',
  'autoscale --memory',
  'top node --show-swap',
  'top pod --show-swap',
]);

/** What `kubectl … --help` says of flags: `    -n, --name=default:`. */
function realFlags(words: readonly string[]): ReadonlyMap<string, string | undefined> | undefined {
  const { stdout, status } = spawnSync('kubectl', [...words, '--help'], { encoding: 'utf8' });
  if (status !== 0 || !stdout.includes(`kubectl ${words.join(' ')}`)) return undefined;
  const flags = stdout.matchAll(/^ {4}(?:-(\w), )?--([\w-]+)=/gm);
  return new Map([...flags].map(([, short, name = '']) => [name, short]));
}

const version = /v(\d+)\.(\d+)/.exec(
  spawnSync('kubectl', ['version', '--client'], { encoding: 'utf8' }).stdout ?? '',
)?.[0];

if (version === undefined) {
  process.stderr.write('SKIPPED: there is no kubectl on this machine: its help was not compared with ours\n');
}

describe.skipIf(version === undefined)(`the help of a real kubectl (${version})`, () => {
  const rows = commands.map(({ words, flags }) => ({ words, flags, real: realFlags(words) }));
  const name = (words: readonly string[], flag: string) => `${words.join(' ')} --${flag}`;

  test('knows every command', () => {
    expect(rows.filter(({ real }) => !real).map(({ words }) => words.join(' '))).toEqual([]);
  });

  test('knows every flag that is accepted here', () => {
    const ours = rows.flatMap(({ words, flags, real }) =>
      flags
        .filter(({ deprecated }) => deprecated === undefined)
        .filter((flag) => real && !real.has(flag.name))
        .map((flag) => name(words, flag.name))
        .filter((flag) => !since1_32.has(flag)),
    );
    expect(ours).toEqual([]);
  });

  test('has no flag that is lacking here', () => {
    const lacking = rows.flatMap(({ words, flags, real }) =>
      [...(real?.keys() ?? [])]
        .filter((flag) => ![...flags, ...globalFlags].some((own) => own.name === flag))
        .map((flag) => name(words, flag)),
    );
    expect(lacking).toEqual([]);
  });

  test('gives flags the same letters', () => {
    const wrong = rows.flatMap(({ words, flags, real }) =>
      flags
        .filter((flag) => real?.has(flag.name) && real.get(flag.name) !== flag.short)
        .map((flag) => `${name(words, flag.name)}: -${flag.short}, not -${real?.get(flag.name)}`),
    );
    expect(wrong).toEqual([]);
  });

  test('has the same global flags', () => {
    const { stdout } = spawnSync('kubectl', ['options'], { encoding: 'utf8' });
    const real = [...stdout.matchAll(/^ {4}(?:-\w, )?--([\w-]+)=/gm)].map(([, flag = '']) => flag);
    expect(real.filter((flag) => !globalFlags.some((own) => own.name === flag))).toEqual([]);
  });
});
