// For tests: the trimmed fixtures of this folder, and beside them the whole recordings where they are at hand.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe } from 'vitest';

const FIXTURES = new URL('./', import.meta.url);
const RECORDINGS = new URL('../../../../../shared/recordings/', import.meta.url);

/** Runs `tests` on the trimmed fixture `<name>.json`, and on the whole `tables/<name>.json` if it is there. */
export function describeTable<Table>(
  name: string,
  tests: (table: Table) => void,
  adapt: (whole: never) => Table = (whole) => whole,
): void {
  describe(`${name}, trimmed`, () => tests(readJson(new URL(`${name}.json`, FIXTURES))));
  const whole = new URL(`tables/${name}.json`, RECORDINGS);
  describe.skipIf(!existsSync(whole))(`${name}, whole (skipped without ../shared/recordings)`, () => {
    if (existsSync(whole)) tests(adapt(readJson(whole)));
  });
}

/** Every step of the recorded validation corpus; none if it is not there. */
export function recordedRefusals(): string[] {
  const folder = new URL('validation/', RECORDINGS);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) => {
    const recording = readJson<Recording>(new URL(file, folder));
    const steps = recording.cases ?? recording.updates?.flatMap((update) => update.steps) ?? [];
    return steps.map((step) => step.stderr ?? '').filter((stderr) => / is invalid: /.test(stderr));
  });
}

export function readFixture<T>(name: string): T {
  return readJson(new URL(`${name}.json`, FIXTURES));
}

interface Recording {
  cases?: { stderr?: string }[];
  updates?: { steps: { stderr?: string }[] }[];
}

function readJson<T>(url: URL): T {
  return JSON.parse(readFileSync(url, 'utf8')) as T;
}
