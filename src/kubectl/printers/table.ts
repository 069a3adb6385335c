// The table that `kubectl get` prints of objects of one kind.
import type { Column, Kind, KubeObject } from '../../sim/index.ts';
import { formatAge } from '../../sim/index.ts';
import type { TableWriter } from './table-writer.ts';
import { createTableWriter } from './table-writer.ts';

export interface TableOptions {
  readonly isWide?: boolean;
  readonly hasHeaders?: boolean;
  readonly withNamespace?: boolean;
  /** Prefixes names with their kind: pod/web-0. */
  readonly withKind?: boolean;
  readonly showLabels?: boolean;
  /** Leaves all other columns out (--server-print=false). */
  readonly onlyNameAndAge?: boolean;
  /** Labels that get a column of their own (-L). */
  readonly labelColumns?: readonly string[];
}

const nameAndAge: readonly Column<KubeObject>[] = [
  { name: 'NAME', cell: ({ metadata }) => metadata.name },
  { name: 'AGE', cell: ({ metadata }, nowMs) => formatAge(metadata.creationTimestamp, nowMs) },
];

/** Prints one kind's rows, the header before the first ones. */
export class TablePrinter {
  readonly #kind: Kind;
  readonly #options: TableOptions;
  readonly #writer: TableWriter = createTableWriter();
  readonly #columns: readonly Column<KubeObject>[];
  #hasPrinted = false;

  constructor(kind: Kind, options: TableOptions) {
    this.#kind = kind;
    this.#options = options;
    this.#columns = options.onlyNameAndAge
      ? nameAndAge
      : kind.columns.filter((column) => !column.wide || options.isWide);
  }

  /** The text of some objects' rows as they are at `nowMs`. */
  print(objects: readonly KubeObject[], nowMs: number): string {
    const rows = objects.map((object) => this.#row(object, nowMs));
    const isFirst = !this.#hasPrinted;
    this.#hasPrinted = true;
    return this.#writer.lines(
      isFirst && this.#options.hasHeaders !== false ? [this.#header(), ...rows] : rows,
    );
  }

  #header(): string[] {
    const { withNamespace, showLabels, labelColumns = [] } = this.#options;
    return [
      ...(withNamespace ? ['NAMESPACE'] : []),
      ...this.#columns.map((column) => column.name),
      ...labelColumns.map((key) => key.slice(key.lastIndexOf('/') + 1).toUpperCase()),
      ...(showLabels ? ['LABELS'] : []),
    ];
  }

  #row(object: KubeObject, nowMs: number): string[] {
    const { withNamespace, withKind, showLabels, labelColumns = [] } = this.#options;
    const labels = object.metadata.labels ?? {};
    const cells = this.#columns.map((column) => column.cell(object, nowMs));
    if (withKind) cells[0] = `${prefixOf(this.#kind)}/${cells[0]}`;
    return [
      ...(withNamespace ? [object.metadata.namespace ?? ''] : []),
      ...cells,
      ...labelColumns.map((key) => (Object.hasOwn(labels, key) ? (labels[key] ?? '') : '')),
      ...(showLabels ? [formatLabels(labels)] : []),
    ];
  }
}

/** `statefulset.apps`, or `pod`: the kind before a slash in names that kubectl prints. */
export function prefixOf(kind: Kind): string {
  return kind.group ? `${kind.singular}.${kind.group}` : kind.singular;
}

/** `app=web,tier=front`, sorted by key; `<none>` without labels. */
export function formatLabels(labels: Readonly<Record<string, string>>): string {
  const keys = Object.keys(labels).sort();
  return keys.length === 0 ? '<none>' : keys.map((key) => `${key}=${labels[key]}`).join(',');
}
