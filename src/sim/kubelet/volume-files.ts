// Volumes whose files the kubelet writes: ConfigMap, Secret, downward API, projected.
import { ConfigMapKind } from '../api/config-map.ts';
import type { KeyToPath, Volume } from '../api/pod-spec.ts';
import { SecretKind } from '../api/secret.ts';
import type { View } from '../component.ts';
import { base64ToText } from '../machinery/base64.ts';
import { compareText } from '../machinery/go-text.ts';
import type { Result } from '../machinery/result.ts';
import { failure, success } from '../machinery/result.ts';
import { missingConfigMap, missingSecret } from './env.ts';
import type { PodContext } from './field-ref.ts';
import { fieldValue, resourceValue } from './field-ref.ts';

/** A file without a mode has that of its volume. */
export type VolumeFile = readonly [path: string, content: string, mode?: number];
type Files = Result<readonly VolumeFile[]>;

/** The ConfigMap with the API server's certificate that every namespace has; nobody can look behind it here. */
const rootCertificate = 'kube-root-ca.crt';

interface ConfigSource {
  readonly name?: string;
  readonly items?: readonly KeyToPath[];
  readonly optional?: boolean;
}

/** The files of a volume, with their modes; undefined: it is of another type. The error is why it cannot be mounted. */
export function volumeFiles(view: View, context: PodContext, volume: Volume): Files | undefined {
  const files = filesOf(view, context, volume);
  if (!files?.ok) return files;
  const { configMap, secret, downwardAPI, projected } = volume;
  const usual = (configMap ?? secret ?? downwardAPI ?? projected)?.defaultMode;
  if (usual === undefined) return files;
  return success(files.value.map(([path, content, mode = usual]): VolumeFile => [path, content, mode]));
}

function filesOf(view: View, context: PodContext, volume: Volume): Files | undefined {
  if (volume.configMap) return configMapFiles(view, context, volume.configMap);
  if (volume.secret) {
    const { secretName: name = '', items, optional } = volume.secret;
    return secretFiles(view, context, {
      name,
      ...(items ? { items } : {}),
      ...(optional ? { optional } : {}),
    });
  }
  if (volume.downwardAPI) return downwardFiles(view, context, volume.downwardAPI.items);
  if (!volume.projected) return undefined;
  const files: VolumeFile[] = [];
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
  if (secret) return secretFiles(view, context, secret);
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
  if (configMap) {
    const { data = {}, binaryData } = configMap;
    return keyFiles({ ...data, ...textsOf(binaryData) }, items, optional, 'configmap');
  }
  if (name === rootCertificate) return success([['ca.crt', '']]);
  return optional ? success([]) : failure(missingConfigMap(name));
}

function secretFiles(view: View, context: PodContext, { name = '', items, optional }: ConfigSource): Files {
  const secret = view.get(SecretKind, context.pod.metadata.namespace ?? '', name);
  if (secret) return keyFiles(textsOf(secret.data), items, optional, 'secret');
  return optional ? success([]) : failure(missingSecret(name));
}

/** Bytes as texts: files hold nothing else here. */
function textsOf(data: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([key, base64]) => [key, base64ToText(base64)]));
}

function keyFiles(
  data: Readonly<Record<string, string>>,
  items: readonly KeyToPath[] | undefined,
  optional: boolean | undefined,
  of: 'configmap' | 'secret',
): Files {
  if (!items?.length) {
    const keys = Object.keys(data).sort(compareText);
    return success(keys.map((key): VolumeFile => [key, data[key] ?? '']));
  }
  const files: VolumeFile[] = [];
  for (const { key, path, mode } of items) {
    if (Object.hasOwn(data, key)) files.push(fileWith(path, data[key] ?? '', mode));
    else if (!optional) {
      const words =
        of === 'secret' ? 'references non-existent secret' : 'configmap references non-existent config';
      return failure(`${words} key: ${key}`);
    }
  }
  return success(files);
}

function fileWith(path: string, content: string, mode: number | undefined): VolumeFile {
  return mode === undefined ? [path, content] : [path, content, mode];
}

function downwardFiles(view: View, context: PodContext, items: readonly unknown[] = []): Files {
  const files: VolumeFile[] = [];
  for (const item of items) {
    const { path, mode, fieldRef, resourceFieldRef } = item as {
      path: string;
      mode?: number;
      fieldRef?: { fieldPath: string };
      resourceFieldRef?: { containerName?: string; resource: string; divisor?: string };
    };
    if (fieldRef) {
      const value = fieldValue(context, fieldRef.fieldPath);
      if (!value.ok) return value;
      files.push(fileWith(path, value.value, mode));
    } else if (resourceFieldRef) {
      const { containerName, resource, divisor } = resourceFieldRef;
      const container = context.pod.spec.containers.find(({ name }) => name === containerName);
      if (!container) return failure(`container ${containerName} not found`);
      const value = resourceValue(view, context.nodeName, container, resource, divisor);
      if (!value.ok) return value;
      files.push(fileWith(path, value.value, mode));
    }
  }
  return success(files);
}
