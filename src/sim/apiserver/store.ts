// Objects, by kind and key, with one growing resourceVersion: what etcd is to the real thing.
// Stored objects are never changed in place; in tests they are frozen, so that a stray mutation fails loudly.
import type { Kind } from '../api/kind.ts';
import type { KubeObject } from '../api/meta.ts';
import { keyOf } from '../api/meta.ts';
import type { View } from '../component.ts';

/** One write, as a value. `before` is undefined on ADDED, `after` is the last state on DELETED. */
export interface Change {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly kind: Kind;
  readonly before: KubeObject | undefined;
  readonly after: KubeObject;
  readonly resourceVersion: number;
  readonly atMs: number;
}

export type Listener = (change: Change) => void;

/** Objects by key, in order of creation. */
class Bucket {
  readonly #objects = new Map<string, KubeObject>();
  #list: readonly KubeObject[] | undefined;

  get size(): number {
    return this.#objects.size;
  }

  get(key: string): KubeObject | undefined {
    return this.#objects.get(key);
  }

  set(key: string, object: KubeObject): void {
    this.#objects.set(key, object);
    this.#list = undefined;
  }

  delete(key: string): void {
    this.#objects.delete(key);
    this.#list = undefined;
  }

  /** The same list until something changes, so that what is worked out from it can be kept. */
  list(): readonly KubeObject[] {
    this.#list ??= [...this.#objects.values()];
    return this.#list;
  }
}

const NOTHING: readonly KubeObject[] = [];

interface Table {
  readonly kind: Kind;
  readonly objects: Bucket;
  readonly byNamespace: Map<string, Bucket>;
  readonly byOwner: Map<string, Bucket>;
  readonly byNode: Map<string, Bucket>;
}

export class Store implements View {
  /** By plural and group; and by the kinds they were asked for with, which is quicker. */
  readonly #tables = new Map<string, Table>();
  readonly #tableOf = new Map<Kind, Table>();
  readonly #listeners: Listener[] = [];
  readonly #freeze: boolean;
  #resourceVersion = 0;

  constructor(options: { readonly freeze: boolean }) {
    this.#freeze = options.freeze;
  }

  get resourceVersion(): number {
    return this.#resourceVersion;
  }

  /** Tells every change, after it is stored, in order. Returns the way to stop. */
  subscribe(listener: Listener): () => void {
    this.#listeners.push(listener);
    return () => {
      const at = this.#listeners.indexOf(listener);
      if (at >= 0) this.#listeners.splice(at, 1);
    };
  }

  get<T extends KubeObject>(kind: Kind<T>, namespace: string, name: string): T | undefined {
    return this.#table(kind).objects.get(kind.namespaced ? `${namespace}/${name}` : name) as T | undefined;
  }

  list<T extends KubeObject>(kind: Kind<T>, namespace?: string): readonly T[] {
    const table = this.#table(kind);
    const bucket = namespace === undefined ? table.objects : table.byNamespace.get(namespace);
    return (bucket?.list() ?? NOTHING) as readonly T[];
  }

  ownedBy<T extends KubeObject>(kind: Kind<T>, ownerUid: string): readonly T[] {
    return (this.#table(kind).byOwner.get(ownerUid)?.list() ?? NOTHING) as readonly T[];
  }

  onNode<T extends KubeObject>(kind: Kind<T>, nodeName: string): readonly T[] {
    return (this.#table(kind).byNode.get(nodeName)?.list() ?? NOTHING) as readonly T[];
  }

  /** Stores a new or changed object under the next resourceVersion and tells the listeners. */
  put(kind: Kind, object: KubeObject, atMs: number): KubeObject {
    const table = this.#table(kind);
    const key = keyOf(object);
    const before = table.objects.get(key);
    this.#resourceVersion += 1;
    const after = {
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(this.#resourceVersion) },
    };
    if (this.#freeze) freezeDeep(after);
    if (before) unindex(table, key, before, after);
    table.objects.set(key, after);
    index(table, key, after);
    this.#tell({
      type: before ? 'MODIFIED' : 'ADDED',
      kind: table.kind,
      before,
      after,
      resourceVersion: this.#resourceVersion,
      atMs,
    });
    return after;
  }

  /** Takes an object out. `last` is its final state as watchers are shown it. */
  remove(kind: Kind, last: KubeObject, atMs: number): void {
    const table = this.#table(kind);
    const key = keyOf(last);
    const before = table.objects.get(key);
    if (!before) return;
    this.#resourceVersion += 1;
    const after = { ...last, metadata: { ...last.metadata, resourceVersion: String(this.#resourceVersion) } };
    if (this.#freeze) freezeDeep(after);
    table.objects.delete(key);
    unindex(table, key, before, undefined);
    this.#tell({
      type: 'DELETED',
      kind: table.kind,
      before,
      after,
      resourceVersion: this.#resourceVersion,
      atMs,
    });
  }

  #table<T extends KubeObject>(kind: Kind<T>): Table {
    const known = this.#tableOf.get(kind as Kind);
    if (known) return known;
    const id = `${kind.plural}.${kind.group}`;
    let table = this.#tables.get(id);
    if (!table) {
      table = {
        kind: kind,
        objects: new Bucket(),
        byNamespace: new Map(),
        byOwner: new Map(),
        byNode: new Map(),
      };
      this.#tables.set(id, table);
    }
    this.#tableOf.set(kind as Kind, table);
    return table;
  }

  #tell(change: Change): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}

function nodeNameOf(object: KubeObject): string | undefined {
  if (object.kind !== 'Pod') return undefined;
  return (object as KubeObject & { spec?: { nodeName?: string } }).spec?.nodeName ?? '';
}

function index(table: Table, key: string, object: KubeObject): void {
  fill(table.byNamespace, object.metadata.namespace, key, object);
  for (const owner of object.metadata.ownerReferences ?? []) fill(table.byOwner, owner.uid, key, object);
  fill(table.byNode, nodeNameOf(object), key, object);
}

/** Forgets `before`, but where `after` stays in a bucket it keeps its place in it. */
function unindex(table: Table, key: string, before: KubeObject, after: KubeObject | undefined): void {
  if (!after) drain(table.byNamespace, before.metadata.namespace, key);
  for (const owner of before.metadata.ownerReferences ?? []) {
    if (!after?.metadata.ownerReferences?.some((kept) => kept.uid === owner.uid))
      drain(table.byOwner, owner.uid, key);
  }
  if (!after || nodeNameOf(before) !== nodeNameOf(after)) drain(table.byNode, nodeNameOf(before), key);
}

function fill(
  buckets: Map<string, Bucket>,
  value: string | undefined,
  key: string,
  object: KubeObject,
): void {
  if (value === undefined) return;
  let bucket = buckets.get(value);
  if (!bucket) {
    bucket = new Bucket();
    buckets.set(value, bucket);
  }
  bucket.set(key, object);
}

function drain(buckets: Map<string, Bucket>, value: string | undefined, key: string): void {
  if (value === undefined) return;
  const bucket = buckets.get(value);
  bucket?.delete(key);
  if (bucket?.size === 0) buckets.delete(value);
}

/** Freezes an object all the way down; parts frozen before are taken as done. */
export function freezeDeep(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freezeDeep(part);
}
