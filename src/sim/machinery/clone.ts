// Copies of JSON values.

/** A deep copy, members that are `undefined` left out. */
export function cloneJson<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cloneJson) as T;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const part = (value as Record<string, unknown>)[key];
    if (part === undefined) continue;
    if (key === '__proto__') defineAsData(copy, key, cloneJson(part));
    else copy[key] = cloneJson(part);
  }
  return copy as T;
}

/** A plain member, where an assignment would change the object's prototype. */
function defineAsData(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
