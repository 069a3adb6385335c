// A pod stays on a lost node for five minutes unless it says otherwise.
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { Toleration } from '../../api/pod-spec.ts';
import type { AdmissionPlugin } from './index.ts';

const conditions = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];
const tolerationSeconds = 300;

export const defaultTolerations: AdmissionPlugin = ({ kind, draft }) => {
  if (kind !== PodKind) return undefined;
  const { spec } = draft as Pod;
  const given = spec.tolerations ?? [];
  const missing = conditions.filter((key) => !given.some((toleration) => covers(toleration, key)));
  if (missing.length === 0) return undefined;
  const added = missing.map((key) => ({ effect: 'NoExecute', key, operator: 'Exists', tolerationSeconds }));
  spec.tolerations = [...given, ...added];
  return undefined;
};

function covers(toleration: Toleration, key: string): boolean {
  return (
    (toleration.key === key || !toleration.key) && (!toleration.effect || toleration.effect === 'NoExecute')
  );
}
