// Where an object of any kind keeps its pod: a pod is one, workloads have a template, a CronJob a template in a template.
import type { Kind, KubeObject } from '../sim/index.ts';
import type { JsonMap } from './manifest-files.ts';
import { isMap } from './manifest-files.ts';
import { listAt, mapAt } from './objects.ts';

/** The path to the pod's spec; undefined for kinds without pods. */
export function podSpecPath(kind: Kind, object: KubeObject): readonly string[] | undefined {
  if (kind.group === '' && kind.kind === 'Pod') return ['spec'];
  if (kind.kind === 'CronJob') return ['spec', 'jobTemplate', 'spec', 'template', 'spec'];
  return Object.keys(mapAt(object, 'spec', 'template', 'spec')).length > 0
    ? ['spec', 'template', 'spec']
    : undefined;
}

/** The containers below a pod's spec, the ordinary ones first. */
export function containersAt(object: KubeObject, path: readonly string[]): readonly JsonMap[] {
  return [...listAt(object, ...path, 'containers'), ...listAt(object, ...path, 'initContainers')].filter(
    isMap,
  );
}
