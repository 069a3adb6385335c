// Changes of a pod that is held back by scheduling gates: where it may run may still be narrowed.
// Source: "Pod Scheduling Readiness: mutable pod scheduling directives"; wording of the 1.36 API server.
import { isEqual } from '../machinery/equality.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { invalid } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import type { Affinity, NodeSelectorTerm } from './affinity-validation.ts';
import type { PodSpec } from './pod-spec.ts';

/** The new spec with the directives set back as they were, if only they may have changed. */
export function validateGatedPodUpdate(
  next: PodSpec,
  old: PodSpec,
  path: FieldPath,
  errors: FieldError[],
): PodSpec {
  const labels = next.nodeSelector ?? {};
  if (Object.entries(old.nodeSelector ?? {}).some(([key, value]) => labels[key] !== value)) {
    const detail = 'only additions to spec.nodeSelector are allowed (no mutations or deletions)';
    errors.push(invalid(path.child('nodeSelector'), next.nodeSelector ?? null, detail));
  }
  const required = path.child('affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution');
  checkTerms(termsOf(next), termsOf(old), required.child('nodeSelectorTerms'), errors);
  return { ...next, nodeSelector: old.nodeSelector, affinity: affinityBefore(next, old) };
}

function affinityBefore(next: PodSpec, old: PodSpec): Affinity | undefined {
  const before = affinityOf(old);
  const { podAffinity, podAntiAffinity } = affinityOf(next) ?? {};
  if (!podAffinity && !podAntiAffinity && !before?.nodeAffinity) return before;
  return { ...affinityOf(next), nodeAffinity: before?.nodeAffinity };
}

function affinityOf({ affinity }: PodSpec): Affinity | undefined {
  return affinity as Affinity | undefined;
}

function termsOf(spec: PodSpec): readonly NodeSelectorTerm[] {
  return (
    affinityOf(spec)?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? []
  );
}

function checkTerms(
  next: readonly NodeSelectorTerm[],
  old: readonly NodeSelectorTerm[],
  path: FieldPath,
  errors: FieldError[],
): void {
  if (old.length === 0) return;
  if (next.length !== old.length) {
    const detail = 'no additions/deletions to non-empty NodeSelectorTerms list are allowed';
    errors.push(invalid(path, next, detail));
    return;
  }
  for (const [i, term] of old.entries()) {
    const now = next[i] as NodeSelectorTerm;
    const isKept = (['matchExpressions', 'matchFields'] as const).every((field) =>
      (term[field] ?? []).every((it) => now[field]?.some((other) => isEqual(it, other))),
    );
    if (isKept) continue;
    errors.push(invalid(path.index(i), now, 'only additions are allowed (no mutations or deletions)'));
  }
}
