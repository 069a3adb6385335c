// Deep equality of JSON values.

/** True where two JSON values are the same. A member that is `undefined` counts as absent. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, i) => isEqual(item, b[i]));
  }
  if (Array.isArray(b)) return false;
  return holdsAll(a, b) && holdsAll(b, a, true);
}

function holdsAll(a: object, b: object, onlyPresence = false): boolean {
  for (const key of Object.keys(a)) {
    const value = (a as Record<string, unknown>)[key];
    if (value === undefined) continue;
    const other = Object.hasOwn(b, key) ? (b as Record<string, unknown>)[key] : undefined;
    if (onlyPresence ? other === undefined : !isEqual(value, other)) return false;
  }
  return true;
}
