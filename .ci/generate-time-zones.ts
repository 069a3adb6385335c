// Writes src/sim/machinery/time-zones.generated.ts: every time zone by name, with the rule that it follows from now
// on, from the zone files of this machine. Run by hand, where /usr/share/zoneinfo is:
//
//   node .ci/generate-time-zones.ts
import { globSync, readFileSync, writeFileSync } from 'node:fs';

const SOURCE = '/usr/share/zoneinfo';
const TARGET = new URL('../src/sim/machinery/time-zones.generated.ts', import.meta.url);

/** Copies of other zones, and what is only this machine's. */
const LEFT_OUT = /^(posix|right)\/|^(localtime|posixrules)$/;

const version = /^# version (\S+)/.exec(readFileSync(`${SOURCE}/tzdata.zi`, 'utf8'))?.[1];
const zonesOf = new Map<string, string[]>();
for (const name of globSync('**', { cwd: SOURCE, exclude: (it) => LEFT_OUT.test(it) }).sort()) {
  const rule = LEFT_OUT.test(name) ? undefined : ruleOf(`${SOURCE}/${name}`);
  if (rule === undefined) continue;
  zonesOf.set(rule, [...(zonesOf.get(rule) ?? []), name]);
}

/** The rule for all times after the last change that is listed: the last line of a zone file (RFC 9636, footer). */
function ruleOf(path: string): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return undefined;
  }
  if (bytes.toString('latin1', 0, 4) !== 'TZif') return undefined;
  return bytes.toString('latin1').trimEnd().split('\n').at(-1);
}

const lines = [...zonesOf].map(([rule, names]) => `${rule} ${names.join(' ')}`).sort();
writeFileSync(
  TARGET,
  `// Made by .ci/generate-time-zones.ts from the time zone database, version ${version}. Do not edit.
//
// One rule a line, in the form of the TZ variable (POSIX), and after it the names of the zones that follow it.
export const TIME_ZONES = \`${lines.join('\n')}\`;
`,
);
process.stdout.write(`${lines.length} rules, ${[...zonesOf.values()].flat().length} zones\n`);
