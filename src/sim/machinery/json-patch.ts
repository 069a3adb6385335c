// JSON patch (RFC 6902, `kubectl patch --type=json`): a list of operations, of which all apply or none.
//
// The messages are those of the API server's log; a client is told only that its request was refused.
import { isEqual } from './equality.ts';
import { goQuote } from './go-text.ts';
import type { Json, JsonObject } from './json.ts';
import { isJsonObject, PatchError } from './json.ts';

const MAX_OPERATIONS = 10_000;
const MAX_COPIED_LENGTH = 3 * 1024 * 1024;

/** What the operations make of a document, which is not changed. Throws PatchError. */
export function applyJsonPatch(document: Json, operations: Json): Json {
  if (!Array.isArray(operations)) throw new PatchError('a JSON patch is a list of operations');
  if (operations.length > MAX_OPERATIONS) {
    throw new PatchError(
      `The allowed maximum operations in a JSON patch is ${MAX_OPERATIONS}, got ${operations.length}`,
    );
  }
  let patched = document;
  let copied = 0;
  for (const operation of operations) {
    if (!isJsonObject(operation)) throw new PatchError('an operation of a JSON patch is an object');
    if (operation.op === 'copy') copied += sizeOfCopy(patched, operation);
    refuseLargeCopies(copied);
    patched = applyOperation(patched, operation);
  }
  return patched;
}

/** Copies of copies double with every operation, so their size is bounded. */
function refuseLargeCopies(size: number): void {
  if (size <= MAX_COPIED_LENGTH) return;
  throw new PatchError(
    `Unable to complete the copy, the accumulated size increase of copy is ${size}, exceeding the limit ${MAX_COPIED_LENGTH}`,
  );
}

function sizeOfCopy(document: Json, operation: JsonObject): number {
  return JSON.stringify(valueAt(document, pointerOf(operation, 'from', 'copy'), 'copy', 'from ')).length;
}

function applyOperation(document: Json, operation: JsonObject): Json {
  const kind = textOf(operation, 'op', 'unknown');
  const path = () => pointerOf(operation, 'path', kind);
  switch (kind) {
    case 'add':
      return add(document, path(), operand(operation), kind);
    case 'remove':
      return remove(document, path(), kind);
    case 'replace':
      return replace(document, path(), operand(operation));
    case 'move': {
      const from = pointerOf(operation, 'from', kind);
      const moved = valueAt(document, from, kind, 'from ');
      return add(remove(document, from, kind), path(), moved, kind);
    }
    case 'copy':
      return add(
        document,
        path(),
        valueAt(document, pointerOf(operation, 'from', kind), kind, 'from '),
        kind,
      );
    case 'test':
      return test(document, path(), operand(operation));
    default:
      throw new PatchError(`Unexpected kind: ${kind}`);
  }
}

/** A place in a document: how it was written, and the keys that lead there. */
interface Pointer {
  readonly text: string;
  readonly keys: readonly string[];
}

function add(document: Json, pointer: Pointer, value: Json, kind: string): Json {
  return changed(
    document,
    pointer,
    `${kind} operation does not apply: doc is missing path: ${goQuote(pointer.text)}`,
    {
      whole: () => value,
      member: (object, key) => ({ ...object, ...Object.fromEntries([[key, value]]) }),
      item: (list, key) =>
        list.toSpliced(key === '-' ? list.length : indexOf(key, list.length, pointer), 0, value),
    },
  );
}

function remove(document: Json, pointer: Pointer, kind: string): Json {
  return changed(
    document,
    pointer,
    `${kind} operation does not apply: doc is missing path: ${goQuote(pointer.text)}`,
    {
      whole: () => null,
      member: (object, key) => {
        if (!Object.hasOwn(object, key)) {
          throw missing(
            `error in remove for path: '${pointer.text}': Unable to remove nonexistent key: ${key}`,
          );
        }
        return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
      },
      item: (list, key) => list.toSpliced(indexOf(key, list.length - 1, pointer), 1),
    },
  );
}

function replace(document: Json, pointer: Pointer, value: Json): Json {
  return changed(
    document,
    pointer,
    `replace operation does not apply: doc is missing path: ${pointer.text}`,
    {
      whole: () => value,
      member: (object, key) => {
        if (!Object.hasOwn(object, key)) {
          throw missing(`replace operation does not apply: doc is missing key: ${pointer.text}`);
        }
        return { ...object, ...Object.fromEntries([[key, value]]) };
      },
      item: (list, key) => list.with(indexOf(key, list.length - 1, pointer), value),
    },
  );
}

function test(document: Json, pointer: Pointer, expected: Json): Json {
  let found: Json;
  try {
    found = valueAt(document, pointer, 'test', '');
  } catch (error) {
    // What is not there counts as null.
    if (!(error instanceof PatchError) || expected !== null) throw error;
    found = null;
  }
  if (isEqual(found, expected)) return document;
  throw new PatchError(`testing value ${pointer.text} failed: test failed`);
}

function valueAt(document: Json, pointer: Pointer, kind: string, which: string): Json {
  let found = document;
  for (const key of pointer.keys) {
    const next = step(found, key);
    if (next === undefined) {
      throw missing(`${kind} operation does not apply: doc is missing ${which}path: ${pointer.text}`);
    }
    found = next;
  }
  return found;
}

interface Change {
  whole(): Json;
  member(object: JsonObject, key: string): Json;
  item(list: Json[], key: string): Json;
}

/** The document with the container of `pointer` changed; everything beside the way there is shared. */
function changed(document: Json, pointer: Pointer, whenMissing: string, change: Change, at = 0): Json {
  const key = pointer.keys[at];
  if (key === undefined) return change.whole();
  if (at === pointer.keys.length - 1) {
    if (isJsonObject(document)) return change.member(document, key);
    if (Array.isArray(document)) return change.item(document, key);
    throw missing(whenMissing);
  }
  const inner = step(document, key);
  if (inner === undefined) throw missing(whenMissing);
  const changedInner = changed(inner, pointer, whenMissing, change, at + 1);
  if (Array.isArray(document)) return document.with(Number(key), changedInner);
  return { ...(document as JsonObject), ...Object.fromEntries([[key, changedInner]]) };
}

function step(container: Json, key: string): Json | undefined {
  if (Array.isArray(container)) return /^(0|[1-9]\d*)$/.test(key) ? container[Number(key)] : undefined;
  return isJsonObject(container) && Object.hasOwn(container, key) ? container[key] : undefined;
}

function indexOf(key: string, last: number, pointer: Pointer): number {
  if (!/^(0|[1-9]\d*)$/.test(key)) {
    throw new PatchError(
      `error in path: '${pointer.text}': strconv.Atoi: parsing ${goQuote(key)}: invalid syntax`,
    );
  }
  const index = Number(key);
  if (index > last) throw new PatchError(`Unable to access invalid index: ${key}: invalid index referenced`);
  return index;
}

function pointerOf(operation: JsonObject, field: 'path' | 'from', kind: string): Pointer {
  const text = textOf(operation, field, undefined);
  if (text === undefined || (text !== '' && !text.startsWith('/'))) {
    throw missing(`${kind} operation failed to decode ${field}`);
  }
  const keys = text
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return { text, keys };
}

function textOf<Fallback>(operation: JsonObject, field: string, fallback: Fallback): string | Fallback {
  const value = Object.hasOwn(operation, field) ? operation[field] : undefined;
  return typeof value === 'string' ? value : fallback;
}

/** A missing value is null. */
function operand(operation: JsonObject): Json {
  return Object.hasOwn(operation, 'value') ? (operation.value ?? null) : null;
}

function missing(message: string): PatchError {
  return new PatchError(`${message}: missing value`);
}
