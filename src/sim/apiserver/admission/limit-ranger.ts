// LimitRanges: containers that say nothing get what their namespace gives them.
import type { LimitRange } from '../../api/limit-range.ts';
import { LimitRangeKind } from '../../api/limit-range.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { Container } from '../../api/pod-spec.ts';
import { qosClassOf } from '../../api/quality-of-service.ts';
import type { AdmissionPlugin } from './index.ts';

const ANNOTATION = 'kubernetes.io/limit-ranger';

export const limitRanger: AdmissionPlugin = ({ kind, draft, view }) => {
  if (kind !== PodKind) return undefined;
  const pod = draft as Pod;
  for (const limitRange of view.list(LimitRangeKind, draft.metadata.namespace)) fillIn(pod, limitRange);
  return undefined;
};

function fillIn(pod: Pod, { spec }: LimitRange): void {
  const items = (spec.limits ?? []).filter(({ type }) => type === 'Container');
  const limits = Object.assign({}, ...items.map((item) => item.default)) as Record<string, string>;
  const requests = Object.assign({}, ...items.map((item) => item.defaultRequest)) as Record<string, string>;
  const said: string[] = [];
  const give = (container: Container, what: string) => {
    for (const [word, field, given] of [
      ['request', 'requests', requests],
      ['limit', 'limits', limits],
    ] as const) {
      const own = container.resources?.[field] ?? {};
      const missing = Object.keys(given).filter((name) => !Object.hasOwn(own, name));
      if (missing.length === 0) continue;
      container.resources = { ...container.resources, [field]: sorted({ ...given, ...own }) };
      said.push(`${missing.sort().join(', ')} ${word} for ${what} ${container.name}`);
    }
  };
  for (const container of pod.spec.containers) give(container, 'container');
  for (const container of pod.spec.initContainers ?? []) give(container, 'init container');
  if (said.length === 0) return;
  const note = `LimitRanger plugin set: ${said.join('; ')}`;
  pod.metadata.annotations = { ...pod.metadata.annotations, [ANNOTATION]: note };
  if (pod.status) pod.status.qosClass = qosClassOf(pod.spec);
}

function sorted(amounts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(amounts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
