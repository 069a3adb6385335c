// `objects`: which objects there are, and what they look like.
import type { Kind, KubeObject } from '../../src/sim/index.ts';
import { findKind, parseSelector } from '../../src/sim/index.ts';
import type { ObjectsCheck } from '../check-definition.ts';
import type { Finding, Message } from '../finding.ts';
import type { History, State } from '../state.ts';
import { explanationFor } from './explanation.ts';
import type { Nearness } from './hold.ts';
import { hold } from './hold.ts';
import { mismatch } from './match.ts';
import { readWhen } from './window.ts';

/** What is not as the check wants it; none where it passes. */
export function checkObjects(check: ObjectsCheck, history: History): Finding[] {
  const kind = findKind(check.resource) as Kind;
  const finding = hold(
    {
      namespace: check.namespace ?? 'default',
      wanted: wantedBy(check),
      resources: new Set([check.resource]),
      judge: (state) => judge(check, kind, state),
      nearness: (state) => nearnessOf(check, kind, state),
    },
    check.when,
    history,
  );
  if (!finding) return [];
  const names = selected(check, kind, history.after).map(({ metadata }) => metadata.name);
  const event = explanationFor(history, names.length > 0 ? names : [check.name ?? '']);
  return [event ? { ...finding, event } : finding];
}

function selected(check: ObjectsCheck, kind: Kind, state: State): readonly KubeObject[] {
  const selector = check.selector === undefined ? undefined : parseSelector(check.selector);
  return state
    .list(kind, check.namespace ?? 'default')
    .filter(({ metadata }) => check.name === undefined || metadata.name === check.name)
    .filter(({ metadata }) => !selector || (selector.ok && selector.value.matches(metadata.labels ?? {})));
}

function judge(check: ObjectsCheck, kind: Kind, state: State): Message | undefined {
  const objects = selected(check, kind, state);
  const tree = check.match ?? {};
  const faults = objects.map((object) => mismatch(tree, object));
  const matched = faults.filter((fault) => fault === undefined).length;
  if (isCount(check.count, matched, objects.length)) return undefined;
  const { resource } = check;
  const at = faults.findIndex((fault) => fault !== undefined);
  const fault = faults[at];
  const isMore = isTooMany(check.count, matched);
  if (fault && !isMore) {
    const object = `${resource}/${objects[at]?.metadata.name}`;
    return { id: 'field-differs', object, ...fault, matched, of: objects.length };
  }
  if (objects.length === 0) return { id: 'none-there', resource, which: whichOf(check) };
  const names = objects
    .filter((_, index) => faults[index] === undefined)
    .map(({ metadata }) => metadata.name);
  return {
    id: 'number-matched',
    resource,
    matched,
    of: objects.length,
    names: names.slice(0, 10).join(', '),
  };
}

/** How many objects are too few or too many; of all, the share that is not as wanted. */
function nearnessOf(check: ObjectsCheck, kind: Kind, state: State): Nearness {
  const objects = selected(check, kind, state);
  const of = objects.length;
  const matched = objects.filter((object) => mismatch(check.match ?? {}, object) === undefined).length;
  const { resource } = check;
  const seen = { id: 'closest' as const, resource, which: whichOf(check), matched, of };
  return { distance: distanceTo(check.count, matched, of), seen };
}

function distanceTo(count: ObjectsCheck['count'], matched: number, of: number): number {
  // All of none is further away than any number of objects.
  if (count === 'all') return of === 0 ? Number.POSITIVE_INFINITY : (of - matched) / of;
  if (count === 'some') return matched > 0 ? 0 : 1;
  if (count === 'none') return matched;
  if (typeof count === 'number') return Math.abs(matched - count);
  return Math.max(0, (count.min ?? 0) - matched, matched - (count.max ?? Number.POSITIVE_INFINITY));
}

function isCount(count: ObjectsCheck['count'], matched: number, of: number): boolean {
  if (count === 'some') return matched > 0;
  if (count === 'all') return of > 0 && matched === of;
  if (count === 'none') return matched === 0;
  if (typeof count === 'number') return matched === count;
  return matched >= (count.min ?? 0) && matched <= (count.max ?? Number.POSITIVE_INFINITY);
}

function isTooMany(count: ObjectsCheck['count'], matched: number): boolean {
  if (count === 'none') return matched > 0;
  if (typeof count === 'number') return matched > count;
  return typeof count === 'object' && matched > (count.max ?? Number.POSITIVE_INFINITY);
}

function whichOf(check: ObjectsCheck): string {
  return check.name ?? check.selector ?? '';
}

/** As text/sentences.ts reads it again. */
function countWord(count: ObjectsCheck['count']): string {
  if (typeof count !== 'object') return String(count);
  const { min = 0, max } = count;
  return max === undefined ? `${min}+` : `${min}–${max}`;
}

function wantedBy(check: ObjectsCheck): Message {
  const { count } = check;
  return {
    id: 'objects-wanted',
    resource: check.resource,
    which: whichOf(check),
    count: countWord(count),
    fields: check.match ? JSON.stringify(check.match) : '',
    when: readWhen(check.when).word,
  };
}
