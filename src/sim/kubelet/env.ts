// The environment of a container, resolved: literals, `$(NAME)`, fields, ConfigMaps, Secrets, Services.
import { ConfigMapKind } from '../api/config-map.ts';
import type { Container } from '../api/pod.ts';
import type { EnvVar } from '../api/pod-spec.ts';
import { SecretKind } from '../api/secret.ts';
import type { View } from '../component.ts';
import { base64ToText } from '../machinery/base64.ts';
import { expand } from '../machinery/expansion.ts';
import { compareText } from '../machinery/go-text.ts';
import type { Result } from '../machinery/result.ts';
import { failure, success } from '../machinery/result.ts';
import type { PodContext } from './field-ref.ts';
import { fieldValue, resourceValue } from './field-ref.ts';
import { serviceEnv } from './service-env.ts';

/** What Linux gives a new process, in characters. Departs: a real container fails a little later, when it is started. */
const ENVIRONMENT_MAX = 2 * 1024 * 1024;

export type Env = readonly (readonly [string, string])[];

/**
 * The variables in the order they are set. The error is the kubelet's, for a container that waits as CreateContainerConfigError.
 */
export function resolveEnv(view: View, context: PodContext, container: Container): Result<Env> {
  const namespace = context.pod.metadata.namespace ?? '';
  const services = serviceEnv(view, namespace, context.pod.spec.enableServiceLinks !== false);
  const variables = new Map<string, string>();
  for (const source of container.envFrom ?? []) {
    const texts = textsOf(view, namespace, source);
    if (!texts.ok) return texts;
    for (const key of Object.keys(texts.value).sort(compareText)) {
      variables.set((source.prefix ?? '') + key, texts.value[key] ?? '');
    }
  }
  const known = (name: string) => variables.get(name) ?? services.get(name);
  let total = 0;
  for (const variable of container.env ?? []) {
    const value = variableValue(view, context, container, variable, known);
    if (!value.ok) return value;
    if (value.value === undefined) continue;
    total += value.value.length;
    if (total > ENVIRONMENT_MAX) return failure('argument list too long');
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
  const reference = configMapKeyRef ?? secretKeyRef;
  if (!reference) return success('');
  const { name, key, optional } = reference;
  const namespace = context.pod.metadata.namespace ?? '';
  const kind = configMapKeyRef ? 'configMapRef' : 'secretRef';
  const texts = textsOf(view, namespace, { [kind]: { name, ...(optional ? { optional } : {}) } });
  if (!texts.ok) return texts;
  if (Object.hasOwn(texts.value, key)) return success(texts.value[key]);
  if (optional) return success(undefined);
  return failure(
    `couldn't find key ${key} in ${configMapKeyRef ? 'ConfigMap' : 'Secret'} ${namespace}/${name}`,
  );
}

type EnvFromSource = NonNullable<Container['envFrom']>[number];
type Texts = Readonly<Record<string, string>>;

/** What a ConfigMap or a Secret holds, in plain text; nothing where it is not there and need not be. */
function textsOf(view: View, namespace: string, { configMapRef, secretRef }: EnvFromSource): Result<Texts> {
  if (configMapRef) {
    const configMap = view.get(ConfigMapKind, namespace, configMapRef.name);
    if (configMap) return success(configMap.data ?? {});
    return configMapRef.optional ? success({}) : failure(missingConfigMap(configMapRef.name));
  }
  if (!secretRef) return success({});
  const secret = view.get(SecretKind, namespace, secretRef.name);
  if (!secret) return secretRef.optional ? success({}) : failure(missingSecret(secretRef.name));
  const members = Object.entries(secret.data ?? {});
  return success(Object.fromEntries(members.map(([key, base64]) => [key, base64ToText(base64)])));
}

export function missingConfigMap(name: string): string {
  return `configmap "${name}" not found`;
}

export function missingSecret(name: string): string {
  return `secret "${name}" not found`;
}
