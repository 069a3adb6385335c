// Scopes that are about the class of an object: its priority class, or the attributes of its volume.
import type { ScopeRequirement } from '../api/resource-quota.ts';

/** Whether a requirement holds for the name of a class; '' and undefined are no class. */
export function isMet({ operator, values = [] }: ScopeRequirement, name: string | undefined): boolean {
  switch (operator) {
    case 'Exists':
      return Boolean(name);
    case 'DoesNotExist':
      return !name;
    case 'In':
      return name !== undefined && values.includes(name);
    case 'NotIn':
      return !name || !values.includes(name);
    default:
      return false;
  }
}
