// Validation of a volume whose claim is made with the pod.
// Source: "Ephemeral Volumes"; wording of the 1.36 API server.
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { validateLabels } from '../machinery/label-selector.ts';
import { validateClaimSpec } from './claim-validation.ts';
import { validateAnnotations } from './metadata-validation.ts';
import type { PersistentVolumeClaimSpec } from './pod-spec.ts';

interface ClaimTemplate {
  metadata?: { labels?: Record<string, string>; annotations?: Record<string, string> };
  spec?: PersistentVolumeClaimSpec;
}

export function validateEphemeral(
  { volumeClaimTemplate: template }: { volumeClaimTemplate?: ClaimTemplate },
  path: FieldPath,
  errors: FieldError[],
): void {
  const at = path.child('volumeClaimTemplate');
  if (template === undefined) {
    errors.push(required(at));
    return;
  }
  const metadata = at.child('metadata');
  const { labels, annotations, ...others } = template.metadata ?? {};
  validateAnnotations(annotations, metadata.child('annotations'), errors);
  errors.push(...validateLabels(labels, metadata.child('labels')));
  for (const field of Object.keys(others)) errors.push(forbidden(metadata.child(field), 'cannot be set'));
  validateClaimSpec(template.spec ?? {}, at.child('spec'), errors);
}
