// A submission as a set of small facts, the same however it was laid out: fields and their values, commands, the order of commands,
// comments, and the pauses of a log.
import { loadAll } from 'js-yaml';
import { splitScript } from '../../src/shell/script.ts';
import { findKind } from '../../src/sim/index.ts';
import type { Submission } from '../submission.ts';

export type FeatureKind = 'field' | 'command' | 'order' | 'comment' | 'pause' | 'line';

export interface Feature {
  readonly kind: FeatureKind;
  /** What it says; equal texts of a kind are the same fact. */
  readonly text: string;
}

const bounds = { features: 5000, nodes: 20_000, depth: 40, chars: 160 } as const;

/** The facts of what was handed in. Files that were saved several times count as they were last. */
export function featuresOf(submission: Submission): readonly Feature[] {
  const files = new Map<string, string>();
  const commands: string[] = [];
  const pauses: number[] = [];
  let beforeMs: number | undefined;
  for (const entry of submission.log.entries) {
    if (entry.do === 'write') files.set(entry.path, entry.text);
    if (entry.do === 'run' || entry.do === 'type') commands.push(...commandsOf(entry.line));
    if (entry.atMs !== undefined && beforeMs !== undefined) pauses.push(Math.round(entry.atMs - beforeMs));
    beforeMs = entry.atMs;
  }
  const features = new Map<string, Feature>();
  const add = (kind: FeatureKind, text: string) => {
    const cut = text.slice(0, bounds.chars);
    if (features.size < bounds.features) features.set(`${kind} ${cut}`, { kind, text: cut });
  };
  for (const text of files.values()) manifestFeatures(text, add);
  for (const [index, command] of commands.entries()) {
    add('command', command);
    if (index > 0) add('order', `${commands[index - 1]} → ${command}`);
  }
  // To the millisecond: nobody types at the same pace as another.
  for (const [index, pause] of pauses.entries())
    if (index > 0) add('pause', `${pauses[index - 1]} ms, ${pause} ms`);
  return [...features.values()];
}

/** The facts of a file alone, its lines among them: a copy that is broken is compared by those. */
export function fileFeatures(text: string): readonly Feature[] {
  const read = featuresOf({ log: { entries: [{ do: 'write', path: 'file', text }] }, answers: new Map() });
  return [...read, ...text.split('\n').map((line) => ({ kind: 'line' as const, text: squeezed(line) }))];
}

type Add = (kind: FeatureKind, text: string) => void;

function manifestFeatures(text: string, add: Add): void {
  for (const [, comment = ''] of text.matchAll(/(?:^|\s)#[ \t]*(.{8,})$/gm))
    add('comment', squeezed(comment));
  let documents: unknown[];
  try {
    documents = loadAll(text);
  } catch {
    for (const line of text.split('\n')) if (line.trim().length > 3) add('line', squeezed(line));
    return;
  }
  let nodes = 0;
  const visit = (value: unknown, path: string, depth: number): void => {
    nodes += 1;
    // An alias may stand for more than anybody can walk through.
    if (nodes > bounds.nodes || depth > bounds.depth) return;
    if (Array.isArray(value)) for (const item of value) visit(item, `${path}[]`, depth + 1);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) visit(member, `${path}.${key}`, depth + 1);
    } else add('field', `${path}: ${squeezed(String(value))}`);
  };
  for (const document of documents) {
    const { kind } = (document ?? {}) as { readonly kind?: unknown };
    visit(document, typeof kind === 'string' ? kind : '', 0);
  }
}

/** Command lines in one spelling: one space, resources by their full names, flags after the words and in order. */
function commandsOf(line: string): string[] {
  const { steps } = splitScript(line);
  return steps.map(({ text }) => {
    const words = text.trim().split(/\s+/);
    const flags = words.filter((word) => word.startsWith('-')).sort();
    const rest = words.filter((word) => !word.startsWith('-')).map(fullName);
    return [...rest, ...flags].join(' ');
  });
}

function fullName(word: string, index: number): string {
  const [resource = '', name] = word.split('/');
  const kind = index > 0 && /^[a-z]+$/.test(resource) ? findKind(resource) : undefined;
  if (!kind) return word;
  return name === undefined ? kind.plural : `${kind.plural}/${name}`;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
