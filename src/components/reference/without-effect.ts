/** What the course's cluster leaves out, for the page that says so: fields by kind and reason. */
import { load } from 'js-yaml';
import { z } from 'zod';
import { fieldsWithoutEffect, refusedFields } from '../../sim/index.ts';

const reasonsSchema = z.record(z.string(), z.string().min(1));

/** Sentences by reason. */
export type Reasons = z.infer<typeof reasonsSchema>;

/** Reads content/<locale>/without-effect.yaml. Throws an error that names the file and what is wrong. */
export function parseReasons(path: string, text: string): Reasons {
  const result = reasonsSchema.safeParse(load(text));
  if (result.success) return result.data;
  throw new Error(`${path}: ${z.prettifyError(result.error)}`);
}

/** Fields of one place: `spec.securityContext`, and the names there. */
export interface Place {
  readonly parent: string;
  readonly fields: readonly string[];
}

export interface KindRows {
  readonly kind: string;
  readonly rows: readonly { readonly text: string; readonly places: readonly Place[] }[];
}

/** The kinds that have fields without effect; the fields of one reason stand together. */
export function rowsWithoutEffect(reasons: Reasons): readonly KindRows[] {
  const all = fieldsWithoutEffect().map(({ kind, path, reason }) => ({ kind: kind.kind, path, why: reason }));
  return grouped(all).map(({ kind, rows }) => ({
    kind,
    rows: rows.map(({ why, places }) => {
      const text = reasons[why];
      if (text === undefined) throw new Error(`no sentence says why fields are without effect: ${why}`);
      return { text, places };
    }),
  }));
}

/** The kinds that have fields which are refused, and what to use instead, in the API server's words. */
export function refusedRows(): readonly KindRows[] {
  const all = refusedFields().map(({ kind, path, instead }) => ({ kind: kind.kind, path, why: instead }));
  return grouped(all).map(({ kind, rows }) => ({
    kind,
    rows: rows.map(({ why, places }) => ({ text: `use instead: ${why}`, places })),
  }));
}

interface Entry {
  readonly kind: string;
  readonly path: string;
  readonly why: string;
}

/** By kind, then by why, then by place; each in the order in which it comes up. */
function grouped(entries: readonly Entry[]) {
  return [...groupBy(entries, ({ kind }) => kind)].map(([kind, ofKind]) => ({
    kind,
    rows: [...groupBy(ofKind, ({ why }) => why)].map(([why, ofWhy]) => ({
      why,
      places: placesOf(ofWhy.map(({ path }) => path)),
    })),
  }));
}

function placesOf(paths: readonly string[]): readonly Place[] {
  const places = groupBy(paths, (path) => path.slice(0, Math.max(0, path.lastIndexOf('.'))));
  return [...places].map(([parent, inPlace]) => ({
    parent,
    fields: inPlace.map((path) => path.slice(parent === '' ? 0 : parent.length + 1)),
  }));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
