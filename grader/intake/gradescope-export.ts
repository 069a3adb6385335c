// Gradescope's export: submission_metadata.yml says whose each folder is and when it came.
import { z } from 'zod';
import { parseRfc3339 } from '../../src/sim/index.ts';
import { readYaml } from '../rules/read-yaml.ts';
import type { Claim } from './claim.ts';

export const GRADESCOPE_LIST = 'submission_metadata.yml';

export interface GradescopeEntry {
  readonly claim: Claim;
  readonly atMs?: number;
}

const text = z.union([z.string(), z.number()]).nullish();

/** Ruby writes its symbols as `:name`; an export by other means may not. */
const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key.replace(/^:/, ''), member]))
    : value;

const listSchema = z.record(
  z.string(),
  z.preprocess(
    plain,
    z.looseObject({
      submitters: z
        .array(z.preprocess(plain, z.looseObject({ name: text, sid: text, email: text })))
        .nullish(),
      created_at: text,
    }),
  ),
);

/** By the name of the folder; undefined where it is no such list. Of several submitters the first stands for the group. */
export function readGradescopeList(yaml: string): ReadonlyMap<string, GradescopeEntry> | undefined {
  const read = readYaml(GRADESCOPE_LIST, yaml, listSchema);
  if (!read.ok) return undefined;
  return new Map(
    Object.entries(read.value).map(([folder, { submitters, created_at }]) => {
      const [first] = submitters ?? [];
      const keys = [
        { kind: 'email' as const, value: String(first?.email ?? '') },
        { kind: 'number' as const, value: String(first?.sid ?? '') },
        { kind: 'name' as const, value: String(first?.name ?? '') },
      ].filter(({ value }) => value !== '');
      const label = String(first?.name ?? first?.email ?? folder);
      const atMs = rubyInstant(String(created_at ?? ''));
      return [folder, { claim: { label, keys }, ...(atMs === undefined ? {} : { atMs }) }];
    }),
  );
}

/** `2026-10-02 14:59:00.123 Z`, `2026-10-02 14:59:00 +0900` or RFC 3339. */
function rubyInstant(written: string): number | undefined {
  const [, day, time, offset] =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d+)?) ?(Z|UTC|[+-]\d\d:?\d\d)$/.exec(written.trim()) ?? [];
  if (offset === undefined) return undefined;
  const zone = /^[ZU]/.test(offset) ? 'Z' : offset.replace(/^(...):?(..)$/, '$1:$2');
  return parseRfc3339(`${day}T${time}${zone}`);
}
