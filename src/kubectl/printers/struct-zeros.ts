// Members that a struct of Go writes though nobody set them: empty structs, and numbers that are never left out.
import type { FieldType, Kind, KubeObject } from '../../sim/index.ts';
import { schemaOf } from '../../sim/index.ts';
import { isMap } from '../manifest-files.ts';

type Zeros = Readonly<Record<string, unknown>>;

const status: Zeros = { status: {} };
const metadata: Zeros = { metadata: {} };

/** By the name of the struct. */
const zeros: ReadonlyMap<string, Zeros> = new Map([
  ['Container', { resources: {} }],
  ['CronJob', status],
  ['DaemonSet', status],
  ['DaemonSetSpec', { updateStrategy: {} }],
  [
    'DaemonSetStatus',
    { currentNumberScheduled: 0, numberMisscheduled: 0, desiredNumberScheduled: 0, numberReady: 0 },
  ],
  ['Deployment', status],
  ['DeploymentSpec', { strategy: {} }],
  ['Ingress', status],
  ['IngressStatus', { loadBalancer: {} }],
  ['Job', status],
  ['JobTemplateSpec', metadata],
  ['Namespace', { spec: {}, status: {} }],
  ['PersistentVolumeClaim', status],
  ['PersistentVolumeClaimSpec', { resources: {} }],
  ['Pod', status],
  ['PodTemplateSpec', metadata],
  ['ReplicaSet', status],
  ['ReplicaSetStatus', { replicas: 0 }],
  ['ReplicationController', status],
  ['ReplicationControllerStatus', { replicas: 0 }],
  ['Service', status],
  ['ServiceStatus', { loadBalancer: {} }],
  ['StatefulSet', status],
  ['StatefulSetSpec', { updateStrategy: {} }],
  ['StatefulSetStatus', { replicas: 0, availableReplicas: 0 }],
]);

/** An object as it is after it was read into its struct. */
export function withZeros(kind: Kind, object: KubeObject): KubeObject {
  return filled({ form: 'object', schema: kind.schema }, object) as KubeObject;
}

function filled(type: FieldType | undefined, value: unknown): unknown {
  if (type?.form === 'list' && Array.isArray(value)) return value.map((item) => filled(type.item, item));
  if (type?.form !== 'object' || !isMap(value)) return value;
  const schema = schemaOf(type.schema);
  const members = { ...zeros.get(structOf(type.schema)), ...value };
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [name, filled(schema?.fields.get(name)?.type, member)]),
  );
}

/** `Container` of `io.k8s.api.core.v1.Container`. */
export function structOf(schema: string): string {
  return schema.slice(schema.lastIndexOf('.') + 1);
}
