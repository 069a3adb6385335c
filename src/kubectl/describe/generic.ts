// kubectl describe of kinds that it knows nothing special of: every field, in the order of their names.
import type { KubeObject } from '../../sim/index.ts';
import { compareText, goValue } from '../../sim/index.ts';
import { addHead } from './data.ts';
import type { Describer } from './describer.ts';
import { Document } from './document.ts';
import { addEvents } from './events.ts';

/** What stands at the head already. */
const HEAD = new Set(['metadata.name', 'metadata.namespace', 'metadata.labels', 'metadata.annotations']);
const ACRONYMS = new Set(['API', 'URL', 'UID', 'OSB', 'GUID']);

export const describeGeneric: Describer<KubeObject> = (object, view, nowMs) => {
  const document = new Document();
  addHead(document, object);
  addFields(document, 0, object, '');
  addEvents(document, object, view, nowMs);
  return document.toString();
};

function addFields(document: Document, level: number, object: object, prefix: string): void {
  for (const [name, value] of Object.entries(object).sort(([a], [b]) => compareText(a, b))) {
    const path = prefix ? `${prefix}.${name}` : name;
    if (value === undefined || HEAD.has(path)) continue;
    const label = `${labelOf(name)}:`;
    if (Array.isArray(value)) addItems(document.line(level, label), level + 1, value, path);
    else if (typeof value === 'object' && value !== null) {
      addFields(document.line(level, label), level + 1, value, path);
    } else document.line(level, label, goValue(value));
  }
}

function addItems(document: Document, level: number, items: readonly unknown[], path: string): void {
  for (const item of items) {
    if (typeof item === 'object' && item !== null && !Array.isArray(item))
      addFields(document, level, item, path);
    else document.line(level, goValue(item));
  }
}

/** `Lease Duration Seconds` of leaseDurationSeconds. */
function labelOf(name: string): string {
  if (/[^\p{L}-]/u.test(name)) return name;
  const words = name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|-/gu) ?? [name];
  return words
    .map((word) =>
      ACRONYMS.has(word.toUpperCase()) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(' ');
}
