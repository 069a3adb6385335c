/** The course's terms, from content/<locale>/glossary.yaml. */
import { load } from 'js-yaml';
import { z } from 'zod';

const entrySchema = z.strictObject({
  /** Its place on the glossary's page. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  term: z.string().min(1),
  /** Other forms in which a text may use it, longest first. */
  words: z.array(z.string().min(1)).default([]),
  /** In a sentence or two. */
  means: z.string().min(1),
});

export type GlossaryEntry = z.infer<typeof entrySchema>;

/** Reads the text of a glossary. Throws an error that names what is wrong. */
export function parseGlossary(path: string, yaml: string): GlossaryEntry[] {
  const result = z.array(entrySchema).safeParse(load(yaml));
  if (!result.success) throw new Error(`${path}: ${z.prettifyError(result.error)}`);
  const ids = result.data.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new Error(`${path}: "${twice}" is explained twice`);
  return result.data;
}

export interface FoundTerm {
  readonly entry: GlossaryEntry;
  readonly start: number;
  readonly end: number;
}

/** The terms that a text uses, each where it is used first; none within another, none of `known`. */
export function termsIn(
  text: string,
  entries: readonly GlossaryEntry[],
  known: ReadonlySet<string> = new Set(),
): FoundTerm[] {
  const found: FoundTerm[] = [];
  for (const entry of entries) {
    if (known.has(entry.id)) continue;
    const starts = [...entry.words, entry.term].flatMap((word) => {
      const match = patternOf(word).exec(text);
      return match ? [{ entry, start: match.index, end: match.index + word.length }] : [];
    });
    const [first] = starts.sort((a, b) => a.start - b.start || b.end - a.end);
    if (first) found.push(first);
  }
  const inOrder = found.sort((a, b) => a.start - b.start || b.end - a.end);
  return inOrder.filter((it, i) => !inOrder.some((other, j) => j !== i && isWithin(it, other, j < i)));
}

function isWithin(one: FoundTerm, other: FoundTerm, isEarlier: boolean): boolean {
  const overlaps = one.start < other.end && other.start < one.end;
  return overlaps && isEarlier;
}

/** A whole word. A Korean particle may follow a Korean word, and a plural s an English one. */
function patternOf(word: string): RegExp {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const isLatin = /^[\x20-\x7e]+$/.test(word);
  return isLatin ? new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`) : new RegExp(`(?<![가-힣])${escaped}`);
}
