// `--field-selector` and `?fieldSelector=`: conditions on the few fields of a kind that the API server knows to select by.
// Source: "Field Selectors: Supported fields" in the documentation.
import type { Result } from '../machinery/result.ts';
import { failure, success } from '../machinery/result.ts';
import type { Kind } from './kind.ts';
import type { KubeObject } from './meta.ts';

/** Beside metadata.name and, mostly, metadata.namespace: by plural. */
const selectable: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'pods',
    [
      'spec.nodeName',
      'spec.restartPolicy',
      'spec.schedulerName',
      'spec.serviceAccountName',
      'spec.hostNetwork',
      'status.phase',
      'status.podIP',
      'status.podIPs',
      'status.nominatedNodeName',
    ],
  ],
  [
    'events',
    [
      'involvedObject.kind',
      'involvedObject.namespace',
      'involvedObject.name',
      'involvedObject.uid',
      'involvedObject.apiVersion',
      'involvedObject.resourceVersion',
      'involvedObject.fieldPath',
      'reason',
      'reportingComponent',
      'source',
      'type',
    ],
  ],
  ['namespaces', ['status.phase']],
  ['nodes', ['spec.unschedulable']],
  ['replicationcontrollers', ['status.replicas']],
  ['replicasets', ['status.replicas']],
  ['jobs', ['status.successful']],
  ['secrets', ['type']],
  ['services', ['spec.clusterIP', 'spec.type']],
]);

/** Fields whose text is not simply what stands there. */
const readers: Readonly<Record<string, (object: KubeObject) => unknown>> = {
  source: (event) => at(event, ['source', 'component']) || at(event, ['reportingComponent']),
  'spec.unschedulable': (node) => at(node, ['spec', 'unschedulable']) ?? false,
  'spec.hostNetwork': (pod) => at(pod, ['spec', 'hostNetwork']) ?? false,
  'status.replicas': (set) => at(set, ['status', 'replicas']) ?? 0,
  'status.successful': (job) => at(job, ['status', 'succeeded']) ?? 0,
  'status.podIPs': (pod) =>
    ((at(pod, ['status', 'podIPs']) as { ip: string }[] | undefined) ?? []).map(({ ip }) => ip).join(','),
};

/** Reads `status.phase=Running,metadata.name!=web-0` for a kind. The error is what the API server says of it. */
export function parseFieldSelector(kind: Kind, text: string): Result<(object: KubeObject) => boolean> {
  const conditions: ((object: KubeObject) => boolean)[] = [];
  for (const term of termsOf(text)) {
    const parts = /^([^=!\\]*)(!=|==|=)(.*)$/s.exec(term);
    if (!parts) return failure(`invalid selector: '${text}'; can't understand '${term}'`);
    const [, path = '', operator, escaped = ''] = parts;
    const wanted = escaped.replace(/\\([\\,=])/g, '$1');
    if (!isSelectable(kind, path)) return failure(notSelectable(kind, path));
    conditions.push((object) => (textOf(object, path) === wanted) === (operator !== '!='));
  }
  return success((object) => conditions.every((holds) => holds(object)));
}

/** The parts between commas; a backslash takes the next character as it is. */
function termsOf(text: string): readonly string[] {
  return text.match(/(\\.|[^\\,])+/gs) ?? [];
}

function isSelectable({ plural, namespaced }: Kind, path: string): boolean {
  if (path === 'metadata.name') return true;
  // Kinds without fields of their own know this one too, whether or not they have namespaces.
  if (path === 'metadata.namespace') return namespaced || !selectable.has(plural);
  return selectable.get(plural)?.includes(path) ?? false;
}

function notSelectable({ plural }: Kind, path: string): string {
  if (plural === 'jobs') return `field label ${JSON.stringify(path)} not supported for batchv1.Job`;
  if (selectable.has(plural)) return `field label not supported: ${path}`;
  return `${JSON.stringify(path)} is not a known field selector: only "metadata.name", "metadata.namespace"`;
}

/** A field that is absent compares as ''. */
function textOf(object: KubeObject, path: string): string {
  const value = Object.hasOwn(readers, path) ? readers[path]?.(object) : at(object, path.split('.'));
  return value === undefined || value === null ? '' : String(value);
}

function at(object: unknown, names: readonly string[]): unknown {
  let value = object;
  for (const name of names) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
