// Copies of JSON values.

/** A deep copy, members that are `undefined` left out. */
export function cloneJson<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cloneJson) as T;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const part = (value as Record<string, unknown>)[key];
    if (part === undefined) continue;
    if (key === '__proto__') Object.defineProperty(copy, key, { value: cloneJson(part), enumerable: true });
    else copy[key] = cloneJson(part);
  }
  return copy as T;
}
