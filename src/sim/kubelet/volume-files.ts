// Volumes whose files the kubelet writes: ConfigMap, Secret, downward API, projected.
import type { ConfigMap } from '../api/config-map.ts';
import { ConfigMapKind } from '../api/config-map.ts';
import type { KeyToPath, Volume } from '../api/pod-spec.ts';
import type { View } from '../component.ts';
import type { Result } from '../machinery/result.ts';
import { failure, success } from '../machinery/result.ts';
import { missingConfigMap, missingSecret } from './env.ts';
import type { PodContext } from './field-ref.ts';
import { fieldValue, resourceValue } from './field-ref.ts';

type File = readonly [path: string, content: string];
type Files = Result<readonly File[]>;

/** The ConfigMap with the API server's certificate that every namespace has; nobody can look behind it here. */
const rootCertificate = 'kube-root-ca.crt';

interface ConfigSource {
  readonly name?: string;
  readonly items?: readonly KeyToPath[];
  readonly optional?: boolean;
}

/** The files of a volume; undefined: it is of another type. The error is why it cannot be mounted. */
export function volumeFiles(view: View, context: PodContext, volume: Volume): Files | undefined {
  if (volume.configMap) return configMapFiles(view, context, volume.configMap);
  if (volume.secret) return secretFiles(volume.secret.secretName ?? '', volume.secret.optional);
  if (volume.downwardAPI) return downwardFiles(view, context, volume.downwardAPI.items);
  if (!volume.projected) return undefined;
  const files: File[] = [];
  for (const source of volume.projected.sources ?? []) {
    const part = projectedFiles(view, context, source);
    if (!part.ok) return part;
    files.push(...part.value);
  }
  return success(files);
}

function projectedFiles(view: View, context: PodContext, source: Record<string, unknown>): Files {
  const { configMap, secret, downwardAPI, serviceAccountToken } = source as {
    configMap?: ConfigSource;
    secret?: ConfigSource;
    downwardAPI?: { items?: unknown[] };
    serviceAccountToken?: { path?: string };
  };
  if (configMap) return configMapFiles(view, context, configMap);
  if (secret) return secretFiles(secret.name ?? '', secret.optional);
  if (downwardAPI) return downwardFiles(view, context, downwardAPI.items);
  if (serviceAccountToken) {
    const { namespace = '', uid = '' } = context.pod.metadata;
    const account = context.pod.spec.serviceAccountName ?? 'default';
    return success([[serviceAccountToken.path ?? 'token', `${namespace}.${account}.${uid}`]]);
  }
  return success([]);
}

function configMapFiles(view: View, context: PodContext, source: ConfigSource): Files {
  const { name = '', items, optional } = source;
  const namespace = context.pod.metadata.namespace ?? '';
  const configMap = view.get(ConfigMapKind, namespace, name);
  if (configMap) return keyFiles(configMap, items, optional);
  if (name === rootCertificate) return success([['ca.crt', '']]);
  return optional ? success([]) : failure(missingConfigMap(name));
}

function keyFiles(
  { data = {} }: ConfigMap,
  items: readonly KeyToPath[] | undefined,
  optional = false,
): Files {
  if (!items)
    return success(
      Object.keys(data)
        .sort()
        .map((key): File => [key, data[key] ?? '']),
    );
  const files: File[] = [];
  for (const { key, path } of items) {
    if (Object.hasOwn(data, key)) files.push([path, data[key] ?? '']);
    else if (!optional) return failure(`references non-existent config key: ${key}`);
  }
  return success(files);
}

/** Departs: there are no Secrets yet. */
function secretFiles(name: string, optional = false): Files {
  return optional ? success([]) : failure(missingSecret(name));
}

function downwardFiles(view: View, context: PodContext, items: readonly unknown[] = []): Files {
  const files: File[] = [];
  for (const item of items) {
    const { path, fieldRef, resourceFieldRef } = item as {
      path: string;
      fieldRef?: { fieldPath: string };
      resourceFieldRef?: { containerName?: string; resource: string; divisor?: string };
    };
    if (fieldRef) {
      const value = fieldValue(context, fieldRef.fieldPath);
      if (!value.ok) return value;
      files.push([path, value.value]);
    } else if (resourceFieldRef) {
      const { containerName, resource, divisor } = resourceFieldRef;
      const container = context.pod.spec.containers.find(({ name }) => name === containerName);
      if (!container) return failure(`container ${containerName} not found`);
      const value = resourceValue(view, context.nodeName, container, resource, divisor);
      if (!value.ok) return value;
      files.push([path, value.value]);
    }
  }
  return success(files);
}
