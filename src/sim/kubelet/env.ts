// The environment of a container, resolved: literals, `$(NAME)`, fields, ConfigMaps, Secrets, Services.
import { ConfigMapKind } from '../api/config-map.ts';
import type { Container } from '../api/pod.ts';
import type { EnvVar } from '../api/pod-spec.ts';
import type { View } from '../component.ts';
import { compareText } from '../machinery/go-text.ts';
import type { Result } from '../machinery/result.ts';
import { failure, success } from '../machinery/result.ts';
import { expand } from './expansion.ts';
import type { PodContext } from './field-ref.ts';
import { fieldValue, resourceValue } from './field-ref.ts';
import { serviceEnv } from './service-env.ts';

export type Env = readonly (readonly [string, string])[];

/**
 * The variables in the order they are set. The error is the kubelet's, for a container that waits as CreateContainerConfigError.
 *
 * Departs: there are no Secrets yet, so a reference to one that is not optional fails as one to a missing Secret does.
 */
export function resolveEnv(view: View, context: PodContext, container: Container): Result<Env> {
  const namespace = context.pod.metadata.namespace ?? '';
  const services = serviceEnv(view, namespace, context.pod.spec.enableServiceLinks !== false);
  const variables = new Map<string, string>();
  for (const source of container.envFrom ?? []) {
    const { prefix = '', configMapRef, secretRef } = source;
    if (secretRef && !secretRef.optional) return failure(missingSecret(secretRef.name));
    if (!configMapRef) continue;
    const configMap = view.get(ConfigMapKind, namespace, configMapRef.name);
    if (!configMap && !configMapRef.optional) return failure(missingConfigMap(configMapRef.name));
    for (const key of Object.keys(configMap?.data ?? {}).sort()) {
      variables.set(prefix + key, configMap?.data?.[key] ?? '');
    }
  }
  const known = (name: string) => variables.get(name) ?? services.get(name);
  for (const variable of container.env ?? []) {
    const value = variableValue(view, context, container, variable, known);
    if (!value.ok) return value;
    if (value.value === undefined) continue;
    variables.delete(variable.name);
    variables.set(variable.name, value.value);
  }
  const links = [...services].filter(([name]) => !variables.has(name)).sort(([a], [b]) => compareText(a, b));
  return success([...variables, ...links]);
}

/** The container with `$(NAME)` in its command and arguments replaced. */
export function withExpandedCommand(container: Container, env: Env): Container {
  const variables = new Map(env);
  const expanded = (words: string[] | undefined) =>
    words?.map((word) => expand(word, (name) => variables.get(name)));
  const command = expanded(container.command);
  const args = expanded(container.args);
  return { ...container, ...(command ? { command } : {}), ...(args ? { args } : {}) };
}

/** Undefined: an optional reference to something that is not there; the variable is left out. */
function variableValue(
  view: View,
  context: PodContext,
  container: Container,
  { value, valueFrom }: EnvVar,
  known: (name: string) => string | undefined,
): Result<string | undefined> {
  if (value) return success(expand(value, known));
  if (!valueFrom) return success('');
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef } = valueFrom;
  if (fieldRef) return fieldValue(context, fieldRef.fieldPath);
  if (resourceFieldRef) {
    const { containerName, resource, divisor } = resourceFieldRef;
    const other = context.pod.spec.containers.find(({ name }) => name === containerName);
    return resourceValue(view, context.nodeName, other ?? container, resource, divisor);
  }
  if (secretKeyRef) {
    return secretKeyRef.optional ? success(undefined) : failure(missingSecret(secretKeyRef.name));
  }
  if (!configMapKeyRef) return success('');
  const { name, key, optional } = configMapKeyRef;
  const namespace = context.pod.metadata.namespace ?? '';
  const configMap = view.get(ConfigMapKind, namespace, name);
  if (!configMap) return optional ? success(undefined) : failure(missingConfigMap(name));
  const data = configMap.data;
  if (data && Object.hasOwn(data, key)) return success(data[key]);
  return optional
    ? success(undefined)
    : failure(`couldn't find key ${key} in ConfigMap ${namespace}/${name}`);
}

export function missingConfigMap(name: string): string {
  return `configmap "${name}" not found`;
}

export function missingSecret(name: string): string {
  return `secret "${name}" not found`;
}
