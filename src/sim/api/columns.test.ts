import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseRfc3339 } from '../machinery/time.ts';
import { kinds } from './index.ts';
import type { KubeObject } from './meta.ts';
import type { Pod } from './pod.ts';
import { PodKind } from './pod.ts';
import { podStatus } from './pod-status.ts';

/** Tables that a 1.36 API server made of synthetic objects. */
function tables(name: string): { now: string; rows: { cells: Record<string, unknown> }[] } {
  return JSON.parse(readFileSync(new URL(`./testdata/${name}.json`, import.meta.url), 'utf8'));
}

interface PodRow {
  case: string;
  deleted?: boolean;
  spec: { containers: number; initContainers: { name: string; restartPolicy?: string }[]; nodeName: string };
  status: Pod['status'];
  cells: Record<string, string>;
}

function podOf({ spec, status, deleted }: PodRow): Pod {
  const containers = Array.from({ length: spec.containers }, (_, i) => ({ name: `c${i + 1}` }));
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', ...(deleted ? { deletionTimestamp: '2026-11-20T11:10:50Z' } : {}) },
    spec: { ...spec, containers },
    ...(status ? { status } : {}),
  };
}

describe('columns of pods', () => {
  const { now, rows } = tables('pod-columns');
  const nowMs = parseRfc3339(now) as number;
  test.each((rows as unknown as PodRow[]).map((row) => [row.case, row] as const))('%s', (_, row) => {
    const pod = podOf(row);
    const cells = new Map(PodKind.columns.map(({ name, cell }) => [name, cell(pod, nowMs)]));
    for (const [name, cell] of Object.entries(row.cells)) expect(cells.get(name.toUpperCase())).toBe(cell);
    expect(podStatus(pod)).toMatchObject({ status: row.cells.Status, ready: row.cells.Ready });
  });
});

describe('columns of other kinds', () => {
  const { now, rows } = tables('object-columns');
  const nowMs = parseRfc3339(now) as number;
  for (const [i, row] of rows.entries()) {
    const { object, cells } = row as unknown as { object: KubeObject; cells: Record<string, unknown> };
    const kind = kinds.find((it) => it.kind === object.kind);
    test.skipIf(!kind)(`${i} ${object.kind}`, () => {
      const draft = structuredClone(object);
      // The rows were made of objects whose status stayed as written, with defaults filled in.
      kind?.defaults?.(draft);
      for (const [name, cell] of Object.entries(cells)) {
        const column = kind?.columns.find((it) => it.name === name.toUpperCase());
        expect([name, column?.cell(draft, nowMs)]).toEqual([name, String(cell)]);
      }
    });
  }
});
