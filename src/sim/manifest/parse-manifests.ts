// Manifests as kubectl reads them: a file's YAML documents (or JSON) as JSON values, with the place of every field, or
// what is wrong with them in kubectl's words.
import type { Event } from 'js-yaml';
import { parseEvents, YAMLException } from 'js-yaml';
import { utf8Length } from '../machinery/go-text.ts';
import { composeDocument } from './compose.ts';
import type { Outline, OutlineNode, Stretch } from './outline.ts';
import { follow, outlineOf } from './outline.ts';
import type { DocumentText } from './split-documents.ts';
import { splitDocuments } from './split-documents.ts';
import { YamlProblem, yamlProblem } from './yaml-problem.ts';

/** What a file may hold. */
export const MANIFEST_LIMITS = {
  bytes: 1024 * 1024,
  documents: 1000,
  /** Values in a document, those that aliases repeat included. */
  nodes: 100_000,
  /** Levels of maps and lists. */
  depth: 100,
} as const;

/** A place in a file; lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a file, from its first character; what goes over several lines is counted to the end of the first. */
export interface Span extends Place {
  readonly length: number;
}

/** Where a field stands. */
export interface FieldSpans {
  /** Its name; for an item of a list, its first line. */
  readonly key: Span;
  readonly value: Span;
  /** The value as it is written, quotes included. */
  readonly written: string;
  /** False where there is no such field: then all this is of the closest one around it. */
  readonly isWhole: boolean;
}

export interface ParsedManifests {
  /** The documents before the first that cannot be read, empty ones left out. */
  readonly documents: readonly unknown[];
  /** What kubectl prints after `error parsing FILE: `. */
  readonly error?: string;
  /** Where that is. */
  readonly problem?: Place & { readonly message: string };
  /**
   * Where a field of a document stands in the file, by the path that the API server's messages give it
   * (`spec.containers[0].image`). Where there is no such field, the closest one around it.
   */
  placeOf(document: number, path: string): Place | undefined;
  /** The same with its extent, and that of its value. */
  spansOf(document: number, path: string): FieldSpans | undefined;
  /** The first key in the file that its map has already. */
  repeatedKey(): Span | undefined;
}

/** Reads a file. Never throws, whatever it holds; what is beyond MANIFEST_LIMITS is an error like others. */
export function parseManifests(file: string): ParsedManifests {
  const tooMuch = beyondLimits(file);
  if (tooMuch !== undefined) return failed([], [], tooMuch, { line: 1, column: 1 });
  const texts = splitDocuments(file.startsWith('\u{feff}') ? file.slice(1) : file);
  const documents: unknown[] = [];
  const kept: DocumentText[] = [];
  for (const text of texts) {
    if (kept.length >= MANIFEST_LIMITS.documents) {
      const why = `petset reads at most ${MANIFEST_LIMITS.documents} documents from a file`;
      return failed(documents, kept, why, { line: text.linesBefore + 1, column: 1 });
    }
    try {
      const value = parseDocument(text.text);
      if (value === null) continue;
      documents.push(value);
      kept.push(text);
    } catch (error) {
      if (!(error instanceof YamlProblem)) throw error;
      const place = { line: text.linesBefore + error.line, column: error.column };
      return failed(documents, kept, `error converting YAML to JSON: ${error.message}`, place);
    }
  }
  return { documents, ...placesIn(kept) };
}

function beyondLimits(file: string): string | undefined {
  const bytes = file.length > MANIFEST_LIMITS.bytes ? file.length : utf8Length(file);
  if (bytes <= MANIFEST_LIMITS.bytes) return undefined;
  return `petset reads at most ${MANIFEST_LIMITS.bytes} bytes from a file; this one has ${bytes} or more`;
}

function failed(
  documents: readonly unknown[],
  texts: readonly DocumentText[],
  error: string,
  place: Place,
): ParsedManifests {
  return { documents, error, problem: { ...place, message: error }, ...placesIn(texts) };
}

/** Throws YamlProblem. */
function parseDocument(text: string): unknown {
  return composeDocument(text, eventsOf(text), MANIFEST_LIMITS);
}

function eventsOf(text: string): Event[] {
  try {
    return parseEvents(text, { maxDepth: MANIFEST_LIMITS.depth });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line = 0, column = 0 } = error.mark ?? {};
    throw yamlProblem(text, error.reason, line + 1, column + 1);
  }
}

/** Documents are walked a second time, and only if somebody asks where something is. */
function placesIn(
  texts: readonly DocumentText[],
): Pick<ParsedManifests, 'placeOf' | 'spansOf' | 'repeatedKey'> {
  const known = new Map<DocumentText, Outline | undefined>();
  const outlineIn = (source: DocumentText): Outline | undefined => {
    if (!known.has(source)) known.set(source, outlineOf(source.text, eventsOf(source.text)));
    return known.get(source);
  };
  const spansOf = (document: number, path: string): FieldSpans | undefined => {
    const source = texts[document];
    const outline = source && outlineIn(source);
    return source && outline && fieldSpans(source, outline.root, path);
  };
  const placeOf = (document: number, path: string): Place | undefined => {
    const span = spansOf(document, path)?.key;
    return span && { line: span.line, column: span.column };
  };
  const repeatedKey = (): Span | undefined => {
    for (const source of texts) {
      const repeated = outlineIn(source)?.repeated;
      if (repeated) return spanOf(source, repeated);
    }
    return undefined;
  };
  return { placeOf, spansOf, repeatedKey };
}

function fieldSpans(source: DocumentText, root: OutlineNode, path: string): FieldSpans {
  const { key, value, isWhole } = follow(root, path);
  return {
    key: spanOf(source, key ?? value),
    value: spanOf(source, value),
    written: source.text.slice(value.start, value.end),
    isWhole,
  };
}

function spanOf({ text, linesBefore }: DocumentText, { start, end }: Stretch): Span {
  const before = text.slice(0, start);
  const [first = ''] = text.slice(start, end).split('\n', 1);
  return {
    line: linesBefore + before.split('\n').length,
    column: start - before.lastIndexOf('\n'),
    length: first.trimEnd().length,
  };
}
