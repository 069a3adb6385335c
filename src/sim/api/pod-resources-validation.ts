// Validation of what a pod as a whole may use, against what its containers ask for.
// Source: "Assign Pod-level CPU and memory resources"; wording of the 1.36 API server.
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, invalid } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { compareText } from '../machinery/go-text.ts';
import { compareQuantities, formatQuantity, quantity } from '../machinery/quantity.ts';
import { amountsOfContainers } from './pod-resources.ts';
import type { PodSpec } from './pod-spec.ts';
import { isHugePages, validatePodResource, validateResources } from './resources-validation.ts';

export function validatePodResources(spec: PodSpec, path: FieldPath, errors: FieldError[]): void {
  const { resources } = spec;
  if (resources === undefined) return;
  if (spec.os?.name === 'windows') {
    errors.push(forbidden(path, 'may not be set for a windows pod'));
    return;
  }
  if (resources.claims) {
    errors.push(forbidden(path.child('claims'), 'claims may not be set for Resources at pod-level'));
  }
  validateResources(resources, path, errors, validatePodResource);
  for (const field of ['requests', 'limits'] as const) {
    const all = [...amountsOfContainers(spec, field)].sort(([a], [b]) => compareText(a, b));
    for (const [name, amount] of all) {
      const own = resources[field]?.[name];
      if (own === undefined || (field === 'limits' && !isHugePages(name))) continue;
      if (compareQuantities(amount, quantity(own)) <= 0) continue;
      const detail = `must be greater than or equal to aggregate container ${field} of ${formatQuantity(amount)}`;
      errors.push(invalid(path.child(field).key(name), own, detail));
    }
  }
  checkLimits(spec, path.child('containers'), errors);
}

function checkLimits({ containers = [], resources }: PodSpec, path: FieldPath, errors: FieldError[]): void {
  for (const [i, { resources: ofContainer }] of containers.entries()) {
    for (const [name, limit] of Object.entries(ofContainer?.limits ?? {})) {
      const own = resources?.limits?.[name];
      if (own === undefined || compareQuantities(quantity(limit), quantity(own)) <= 0) continue;
      const at = path.index(i).key(name).child('limits');
      errors.push(invalid(at, limit, `must be less than or equal to pod limits of ${own}`));
    }
  }
}
