// A description as it grows: lines with tabs at levels of indentation.
import type { ObjectMeta } from '../../sim/index.ts';
import { utf8Length } from '../../sim/index.ts';
import { alignTabs } from './elastic-tabs.ts';

export class Document {
  readonly #lines: string[] = [];

  /** Adds one line, `level` steps of two blanks in; cells are joined by tabs. */
  line(level: number, ...cells: readonly string[]): this {
    this.#lines.push('  '.repeat(level) + cells.join('\t'));
    return this;
  }

  /** `Labels:  a=1` with further entries below each other; `<none>` where there are none. */
  entries(level: number, title: string, entries: readonly string[]): this {
    const [first = '<none>', ...more] = entries;
    this.line(level, title, first);
    for (const entry of more) this.line(0, '', entry);
    return this;
  }

  /** The lines with their tabs as they are. */
  get text(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  toString(): string {
    return alignTabs(this.text);
  }
}

/** `a=1` of a map, sorted by key. */
export function mapEntries(map: Readonly<Record<string, string>> | undefined, separator = '='): string[] {
  const keys = Object.keys(map ?? {}).sort();
  return keys.map((key) => `${key}${separator}${map?.[key]}`);
}

/** How many bytes an annotation may have on one line. */
const annotationMax = 140;

function shortened(line: string): string {
  return line.length > annotationMax - 2 ? `${line.slice(0, annotationMax - 2)}...` : line;
}

/** Annotations as describe shows them: those of kubectl itself left out, long ones on lines of their own. */
export function annotationEntries(annotations: Readonly<Record<string, string>> | undefined): string[] {
  const shown = Object.entries(annotations ?? {}).filter(
    ([key]) => key !== 'kubectl.kubernetes.io/last-applied-configuration',
  );
  shown.sort(([a], [b]) => (a < b ? -1 : 1));
  return shown.flatMap(([key, given]) => {
    const value = given.replace(/\n$/, '');
    if (!value.includes('\n') && utf8Length(value) + utf8Length(key) + 2 <= annotationMax) {
      return [`${key}: ${value}`];
    }
    return [`${key}:`, ...value.split('\n').map((line) => `  ${shortened(line)}`)];
  });
}

/** Who manages the object, where somebody does. */
export function addController(document: Document, { ownerReferences }: ObjectMeta): void {
  const owner = ownerReferences?.find(({ controller }) => controller);
  if (owner) document.line(0, 'Controlled By:', `${owner.kind}/${owner.name}`);
}
