// Places in values: what stands at a path, and copies with something else there.
import { JqError } from './jq-error.ts';
import { described, indexed, isObject, typeOf } from './values.ts';

/** What stands at a path; null where nothing does. Throws `JqError`. */
export function valueAt(value: unknown, path: readonly unknown[]): unknown {
  return path.reduce((at, key) => (at === null ? null : indexed(at, key)), value);
}

/** A copy with another value at a path; objects and arrays on the way are made. Throws `JqError`. */
export function withValueAt(value: unknown, path: readonly unknown[], next: unknown): unknown {
  const [key, ...rest] = path;
  if (path.length === 0) return next;
  if (typeof key === 'string' && (value === null || isObject(value))) {
    const own = value !== null && Object.hasOwn(value, key) ? value[key] : null;
    return { ...value, [key]: withValueAt(own, rest, next) };
  }
  if (typeof key === 'number' && (value === null || Array.isArray(value))) {
    const list = [...(value ?? [])];
    const at = key < 0 ? list.length + key : key;
    if (at < 0) throw new JqError('Out of bounds negative array index');
    if (at > 100_000) throw new JqError('Array index too large');
    while (list.length < at) list.push(null);
    list[at] = withValueAt(list[at] ?? null, rest, next);
    return list;
  }
  throw new JqError(
    `Cannot index ${typeOf(value)} with ${typeof key === 'string' ? `string "${key}"` : typeOf(key)}`,
  );
}

/** A copy without what stands at a path. Throws `JqError`. */
export function withoutPath(value: unknown, path: readonly unknown[]): unknown {
  const [key, ...rest] = path;
  if (value === null) return null;
  if (rest.length > 0) {
    const inner = indexed(value, key);
    return inner === null ? value : withValueAt(value, [key], withoutPath(inner, rest));
  }
  if (typeof key === 'string' && isObject(value)) {
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  }
  if (typeof key === 'number' && Array.isArray(value)) {
    const at = key < 0 ? value.length + key : key;
    return value.filter((_, i) => i !== at);
  }
  throw new JqError(`Cannot delete field at ${described(key)} of ${typeOf(value)}`);
}
