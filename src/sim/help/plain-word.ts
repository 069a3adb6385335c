// How a text goes into a manifest.

/** As it is where YAML reads it as text, else in quotes. */
export function plainWord(text: string): string {
  const isPlain = /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

/** `app: web, tier: front`. */
export function pairsText(pairs: readonly (readonly [string, unknown])[]): string {
  return pairs.map(([key, value]) => `${key}: ${plainWord(String(value))}`).join(', ');
}
