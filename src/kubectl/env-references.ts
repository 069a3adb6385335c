// Variables whose value stands elsewhere, as `set env --list` shows them: the place, or with --resolve the value.
import type { ConfigMap, EnvVar, Kind, KubeObject, Secret } from '../sim/index.ts';
import {
  base64ToText,
  ConfigMapKind,
  compareText,
  goQuote,
  metadataField,
  parseQuantity,
  qualifiedName,
  quantityMilliValue,
  quantityValue,
  SecretKind,
} from '../sim/index.ts';
import type { Context } from './command.ts';
import type { JsonMap } from './manifest-files.ts';
import { textAt } from './objects.ts';
import type { Target } from './targets.ts';

type EnvSource = NonNullable<EnvVar['valueFrom']>;

/** Prints one container's variables; what cannot be resolved is told after them. */
export function listEnv(
  context: Context,
  { kind, object }: Target,
  container: JsonMap,
  variables: readonly EnvVar[],
): void {
  const failed = new Map<string, string[]>();
  context.out(`# ${kind.kind} ${object.metadata.name}, container ${String(container.name)}\n`);
  for (const { name, value = '', valueFrom } of variables) {
    if (!valueFrom) {
      context.out(`${name}=${value}\n`);
      continue;
    }
    const found = context.flags.bool('resolve')
      ? resolveReference(context, valueFrom, object, container)
      : undefined;
    context.out(found?.ok ? `${name}=${found.value}\n` : `# ${name} from ${referenceText(valueFrom)}\n`);
    if (found && !found.ok) failed.set(found.error, [...(failed.get(found.error) ?? []), name]);
  }
  const lines = [...failed].map(
    ([why, names]) => `error retrieving reference for ${names.sort(compareText).join(', ')}: ${why}\n`,
  );
  for (const line of lines.sort(compareText)) context.err(line);
}

/** A value, or why it cannot be told. */
type Resolved =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly error: string };

/** `configmap settings, key colour`. */
function referenceText(source: EnvSource): string {
  const { configMapKeyRef, secretKeyRef, fieldRef, resourceFieldRef } = source;
  if (configMapKeyRef) return `configmap ${configMapKeyRef.name}, key ${configMapKeyRef.key}`;
  if (secretKeyRef) return `secret ${secretKeyRef.name}, key ${secretKeyRef.key}`;
  if (fieldRef) return `field path ${fieldRef.fieldPath}`;
  if (!resourceFieldRef) return 'invalid valueFrom';
  const { containerName, resource } = resourceFieldRef;
  return `resource field ${containerName ? `${containerName}/` : ''}${resource}`;
}

/** The value behind a reference as far as kubectl knows it: fields are those of the object that holds the pod template. */
function resolveReference(
  context: Context,
  source: EnvSource,
  object: KubeObject,
  container: JsonMap,
): Resolved {
  const { configMapKeyRef, secretKeyRef, fieldRef, resourceFieldRef } = source;
  if (secretKeyRef) return readKey(context, SecretKind as Kind, secretKeyRef);
  if (configMapKeyRef) return readKey(context, ConfigMapKind as Kind, configMapKeyRef);
  if (fieldRef) return readField(object, fieldRef.fieldPath);
  if (resourceFieldRef) return readAmount(container, resourceFieldRef);
  return failure('invalid valueFrom');
}

function readKey(
  context: Context,
  kind: Kind,
  { name, key }: { readonly name: string; readonly key: string },
): Resolved {
  const answer = context.cluster.api.get(kind, context.namespace, name);
  if (!answer.ok) return failure(answer.status.message);
  const { data = {} } = answer.object as ConfigMap | Secret;
  const isSecret = kind.kind === 'Secret';
  const text = Object.hasOwn(data, key) ? data[key] : undefined;
  if (text === undefined) {
    return failure(`key ${key} not found in ${isSecret ? 'secret' : 'config map'} ${name}`);
  }
  return success(isSecret ? base64ToText(text) : text);
}

function readField({ metadata }: KubeObject, path: string): Resolved {
  const [, before = '', key = ''] = /^(.+?)\['(.*)'\]$/s.exec(path) ?? [];
  if (before !== '') return readMember(metadata, path, before, key);
  const value = metadataField(metadata, path);
  return value === undefined ? failure(`unsupported fieldPath: ${path}`) : success(value);
}

function readMember(
  { annotations = {}, labels = {} }: KubeObject['metadata'],
  path: string,
  before: string,
  key: string,
): Resolved {
  const isAnnotation = before === 'metadata.annotations';
  if (!isAnnotation && before !== 'metadata.labels') {
    return failure(`fieldPath ${goQuote(path)} does not support subscript`);
  }
  const problems = qualifiedName(isAnnotation ? key.toLowerCase() : key);
  if (problems.length > 0) return failure(`invalid key subscript in ${path}: ${problems.join(';')}`);
  const map = isAnnotation ? annotations : labels;
  return success(Object.hasOwn(map, key) ? (map[key] ?? '') : '');
}

function readAmount(
  container: JsonMap,
  { resource, divisor }: { readonly resource: string; readonly divisor?: string },
): Resolved {
  const [, list = '', name = ''] =
    /^(limits|requests)\.(cpu|memory|ephemeral-storage|hugepages-.*)$/s.exec(resource) ?? [];
  if (list === '') return failure(`Unsupported container resource : ${resource}`);
  const measure = name === 'cpu' ? quantityMilliValue : quantityValue;
  const read = (text: string) => {
    const amount = parseQuantity(text);
    return amount.ok ? measure(amount.value) : 0;
  };
  const amount = read(textAt(container, 'resources', list, name) ?? '0');
  return success(String(Math.ceil(amount / (read(divisor ?? '0') || read('1')))));
}

function success(value: string): Resolved {
  return { ok: true, value };
}

function failure(error: string): Resolved {
  return { ok: false, error };
}
