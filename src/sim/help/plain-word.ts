// How a text goes into a manifest.

/** As it is where YAML reads it as text, else in quotes. */
export function plainWord(text: string): string {
  const isPlain = /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

const PAIRS_MAX = 5;

/** `app: web, tier: front`. */
export function pairsText(pairs: readonly (readonly [string, unknown])[]): string {
  const shown = pairs.slice(0, PAIRS_MAX).map(([key, value]) => `${key}: ${plainWord(String(value))}`);
  return [...shown, ...(pairs.length > PAIRS_MAX ? ['…'] : [])].join(', ');
}
