// The items of merging lists: which are the same, and in which order they end up.
import { goValue } from './go-text.ts';
import { sortedJson } from './hash.ts';
import type { Json } from './json.ts';
import { isJsonObject, member, PatchError } from './json.ts';

/** What tells an item apart: the value of its merge key, or the item itself where there is none. */
export function identity(item: Json, mergeKey: string | undefined): string {
  if (mergeKey === undefined) return sortedJson(item);
  const key = isJsonObject(item) ? member(item, mergeKey) : undefined;
  if (key === undefined) {
    throw new PatchError(`map: ${goValue(item)} does not contain declared merge key: ${mergeKey}`);
  }
  return sortedJson(key);
}

/** The items of both lists, each once. */
export function union(old: readonly Json[], added: readonly Json[]): Json[] {
  return [...new Map([...old, ...added].map((item) => [identity(item, undefined), item])).values()];
}

/** The items of a list that are not in another. */
export function withoutItems(items: readonly Json[], removed: readonly Json[]): Json[] {
  const gone = new Set(removed.map((item) => identity(item, undefined)));
  return items.filter((item) => !gone.has(identity(item, undefined)));
}

/**
 * Orders a merged list: the items of the patch in the patch's order, those only the server knows in the
 * server's, and of the two next in line the one that came first on the server. An item that is new to the
 * server goes before those it alone knows.
 */
export function orderedAs(
  patchOrder: readonly Json[],
  serverOrder: readonly Json[],
  merged: readonly Json[],
  mergeKey: string | undefined,
): Json[] {
  const inPatch = positions(patchOrder, mergeKey);
  const onServer = positions(serverOrder, mergeKey);
  const ranked = merged.map((item) => ({ item, key: identity(item, mergeKey) }));
  const position = (order: ReadonlyMap<string, number>, key: string) => order.get(key) ?? order.size;
  const patched = ranked
    .filter(({ key }) => inPatch.has(key))
    .sort((a, b) => position(inPatch, a.key) - position(inPatch, b.key));
  const kept = ranked
    .filter(({ key }) => !inPatch.has(key))
    .sort((a, b) => position(onServer, a.key) - position(onServer, b.key));
  const ordered: Json[] = [];
  let next = 0;
  for (const { item, key } of patched) {
    const limit = onServer.get(key) ?? -1;
    for (let first = kept[next]; first && position(onServer, first.key) < limit; first = kept[next]) {
      ordered.push(first.item);
      next++;
    }
    ordered.push(item);
  }
  return [...ordered, ...kept.slice(next).map(({ item }) => item)];
}

/** Refuses a patch whose list has items that its own order leaves out. */
export function refuseUnordered(
  patch: readonly Json[],
  order: readonly Json[],
  field: string,
  mergeKey: string | undefined,
): void {
  const listed = positions(order, mergeKey);
  const isListed = (item: Json) =>
    (isJsonObject(item) && Object.hasOwn(item, '$patch')) || listed.has(identity(item, mergeKey));
  if (patch.every(isListed)) return;
  throw new PatchError(
    `The order in patch list:\n${goValue(patch)}\n doesn't match $setElementOrder/${field} list:\n${goValue(order)}\n`,
  );
}

function positions(items: readonly Json[], mergeKey: string | undefined): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (const item of items) {
    // Directives have no place in an order, and may have no merge key.
    if (isJsonObject(item) && Object.hasOwn(item, '$patch')) continue;
    const key = identity(item, mergeKey);
    if (!positions.has(key)) positions.set(key, positions.size);
  }
  return positions;
}
