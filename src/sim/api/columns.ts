// The cells that the tables of many kinds share: names, ages, selectors, containers.
import { humanDuration } from '../machinery/duration.ts';
import { compareText } from '../machinery/go-text.ts';
import { formatQuantity, parseQuantity } from '../machinery/quantity.ts';
import { parseRfc3339 } from '../machinery/time.ts';
import type { Column } from './kind.ts';
import type { KubeObject } from './meta.ts';
import type { PodTemplateSpec } from './pod-spec.ts';

export const NONE = '<none>';
export const UNSET = '<unset>';
export const UNKNOWN = '<unknown>';

export const nameColumn: Column<KubeObject> = { name: 'NAME', cell: ({ metadata }) => metadata.name };

export const ageColumn: Column<KubeObject> = {
  name: 'AGE',
  cell: ({ metadata }, nowMs) => sinceText(metadata.creationTimestamp, nowMs),
};

/** How long ago a time was, as tables print it: `3m20s`, or `<unknown>` if there is no time. */
export function sinceText(time: string | null | undefined, nowMs: number): string {
  const atMs = time ? parseRfc3339(time) : undefined;
  return atMs === undefined ? UNKNOWN : humanDuration(nowMs - atMs);
}

/** Labels as a table prints them: `app=web,tier=front`, sorted, or `<none>`. */
export function labelsText(labels: Readonly<Record<string, string>> | undefined): string {
  const entries = Object.entries(labels ?? {}).sort(([a], [b]) => compareText(a, b));
  return entries.map(([key, value]) => `${key}=${value}`).join(',') || NONE;
}

/** The names and images of a template's containers: the CONTAINERS and IMAGES of `-o wide`. */
export function containerColumns<T extends KubeObject>(
  templateOf: (object: T) => PodTemplateSpec | undefined,
): Column<T>[] {
  const containers = (object: T) => templateOf(object)?.spec?.containers ?? [];
  return [
    {
      name: 'CONTAINERS',
      wide: true,
      cell: (it) =>
        containers(it)
          .map(({ name }) => name)
          .join(','),
    },
    {
      name: 'IMAGES',
      wide: true,
      cell: (it) =>
        containers(it)
          .map(({ image = '' }) => image)
          .join(','),
    },
  ];
}

/** A number of interchangeable pods: how many there are to be, and how many there are. */
export interface Replicated extends KubeObject {
  spec: { replicas?: number; template: PodTemplateSpec };
  status?: { replicas?: number; readyReplicas?: number };
}

/** The columns of ReplicaSets, and of ReplicationControllers, whose selectors read otherwise. */
export function replicaColumns<T extends Replicated>(selectorText: (object: T) => string): Column<T>[] {
  return [
    nameColumn,
    { name: 'DESIRED', cell: ({ spec }) => String(spec.replicas ?? 0) },
    { name: 'CURRENT', cell: ({ status }) => String(status?.replicas ?? 0) },
    { name: 'READY', cell: ({ status }) => String(status?.readyReplicas ?? 0) },
    ageColumn,
    ...containerColumns<T>(({ spec }) => spec.template),
    { name: 'SELECTOR', wide: true, cell: selectorText },
  ];
}

/** The first three of a list, and how many more there are. */
export function firstThree(items: readonly string[], otherwise: string): string {
  if (items.length === 0) return otherwise;
  const shown = items.slice(0, 3).join(',');
  return items.length > 3 ? `${shown} + ${items.length - 3} more...` : shown;
}

const accessModeWords: readonly (readonly [string, string])[] = [
  ['ReadWriteOnce', 'RWO'],
  ['ReadOnlyMany', 'ROX'],
  ['ReadWriteMany', 'RWX'],
  ['ReadWriteOncePod', 'RWOP'],
];

/** `RWO,ROX`, in Kubernetes' order of access modes. */
export function accessModesText(modes: readonly string[] | undefined): string {
  return accessModeWords
    .filter(([mode]) => modes?.includes(mode))
    .map(([, word]) => word)
    .join(',');
}

/** A quantity in its canonical form; '' if there is none. */
export function quantityText(text: string | undefined): string {
  if (text === undefined) return '';
  const parsed = parseQuantity(text);
  return parsed.ok ? formatQuantity(parsed.value) : text;
}

/** The storage class of a volume or a claim, in the annotation that once held it or in its field. */
export function storageClassOf(object: KubeObject & { spec: { storageClassName?: string } }): string {
  const byAnnotation = object.metadata.annotations?.['volume.beta.kubernetes.io/storage-class'];
  return byAnnotation ?? object.spec.storageClassName ?? '';
}
