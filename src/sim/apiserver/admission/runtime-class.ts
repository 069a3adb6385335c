// The runtime that a pod names, and what it takes beside the containers. This cluster has no RuntimeClass, so no pod may
// name one.
import type { Kind } from '../../api/kind.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import { goQuote } from '../../machinery/go-text.ts';
import type { Status } from '../status.ts';
import { forbidden } from '../status.ts';
import type { AdmissionPlugin } from './index.ts';

export const runtimeClass: AdmissionPlugin = ({ kind, draft }) => {
  if (kind !== PodKind) return undefined;
  const { spec, metadata } = draft as Pod;
  if (spec.runtimeClassName === undefined) return undefined;
  const why = `pod rejected: RuntimeClass ${goQuote(spec.runtimeClassName)} not found`;
  return forbidden(PodKind as Kind, metadata.name, why);
};

/** Only a RuntimeClass says what a runtime takes. */
export function checkOverhead(kind: Kind, object: KubeObject): Status | undefined {
  if (kind !== PodKind) return undefined;
  const { spec, metadata } = object as Pod;
  if (Object.keys(spec.overhead ?? {}).length === 0) return undefined;
  const why = 'pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead';
  return forbidden(kind, metadata.name, why);
}
