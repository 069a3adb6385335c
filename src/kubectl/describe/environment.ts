// One environment variable of a container, as describe shows it.
import type { EnvVar } from '../../sim/index.ts';

/** Its name and what it comes from; a value of several lines takes as many rows. */
export function environment(variable: EnvVar): [name: string, value: string][] {
  const { name, value = '', valueFrom } = variable;
  if (!valueFrom) {
    return value.split('\n').map((line, i) => [i === 0 ? `${name}:` : '', i === 0 ? ` ${line}` : line]);
  }
  return [[`${name}:`, ` ${sourceOf(valueFrom)}`]];
}

function sourceOf({
  fieldRef,
  resourceFieldRef,
  configMapKeyRef,
  secretKeyRef,
}: NonNullable<EnvVar['valueFrom']>): string {
  if (fieldRef) return `(${fieldRef.apiVersion ?? 'v1'}:${fieldRef.fieldPath})`;
  if (resourceFieldRef) return `(${resourceFieldRef.resource})`;
  const [ref, kind] = configMapKeyRef ? [configMapKeyRef, 'config map'] : [secretKeyRef, 'secret'];
  if (!ref) return '';
  return `<set to the key '${ref.key}' in ${kind} '${ref.name}'>\tOptional: ${ref.optional ?? false}`;
}
