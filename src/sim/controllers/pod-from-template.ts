// A new pod of a workload.
import type { KubeObject, OwnerReference } from '../api/meta.ts';
import type { Pod, PodTemplateSpec } from '../api/pod.ts';

/** The pod that a template describes, to be named after its owner by the API server. */
export function podFromTemplate(
  template: PodTemplateSpec,
  owner: KubeObject,
  controller: OwnerReference,
): Pod {
  const { labels, annotations, finalizers } = template.metadata ?? {};
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: '',
      generateName: `${owner.metadata.name}-`,
      ...(owner.metadata.namespace === undefined ? {} : { namespace: owner.metadata.namespace }),
      ...(labels ? { labels } : {}),
      ...(annotations ? { annotations } : {}),
      ...(finalizers ? { finalizers } : {}),
      ownerReferences: [controller],
    },
    spec: template.spec,
  };
}
