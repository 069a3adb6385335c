// The last answers of a pure function, for those that are asked the same few things over and over.

/** Longer texts are seldom asked for twice, and would take room for nothing. */
const KEY_CHARS_MAX = 256;

/**
 * `of` with its answers remembered. Its answers must depend on nothing but the key, and must not be changed by who gets them.
 * All are forgotten when there are more than `most`.
 */
export function memoized<K extends string | number, V>(most: number, of: (key: K) => V): (key: K) => V {
  const answers = new Map<K, V>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined || answers.has(key)) return known as V;
    const answer = of(key);
    if (typeof key === 'string' && key.length > KEY_CHARS_MAX) return answer;
    if (answers.size >= most) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}
