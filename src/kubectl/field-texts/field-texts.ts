// What a field means, in a sentence or two of our own: for `kubectl explain` and the page's editor.
//
// A folder a language, a file an area. In a file, `# Type Type …` opens what those types have in common, `= …` says what
// the type itself is, and every other line is a field and its text.

export interface FieldTexts {
  /** The text of a field, or of the type itself; `type` is the last word of its name, e.g. PodSpec. */
  of(type: string, field?: string): string | undefined;
  /** Every type and field with a text, as `PodSpec.nodeName` or `Pod`. */
  keys(): readonly string[];
}

/** Reads the areas of a language. They are taken apart when the first text is asked for. */
export function readFieldTexts(areas: readonly string[]): FieldTexts {
  let known: ReadonlyMap<string, string> | undefined;
  const texts = (): ReadonlyMap<string, string> => {
    known ??= read(areas);
    return known;
  };
  return {
    of: (type, field) => texts().get(keyOf(type, field)),
    keys: () => [...texts().keys()],
  };
}

/** The word for a type in the texts: the last of its name in the field tables. */
export function typeName(schema: string): string {
  return schema.slice(schema.lastIndexOf('.') + 1);
}

function keyOf(type: string, field: string | undefined): string {
  return field === undefined ? type : `${type}.${field}`;
}

function read(areas: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  let types: readonly string[] = [];
  for (const line of areas.flatMap((area) => area.split('\n'))) {
    const [word = '', ...rest] = line.split(' ');
    if (word === '') continue;
    if (word === '#') {
      types = rest;
      continue;
    }
    for (const type of types) {
      const key = keyOf(type, word === '=' ? undefined : word);
      if (texts.has(key)) throw new Error(`two texts for ${key}`);
      texts.set(key, rest.join(' '));
    }
  }
  return texts;
}
