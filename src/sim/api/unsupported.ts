// Fields that real clusters act upon and this simulator does not, in ways that a learner would be misled by. The API
// server refuses them by name instead of accepting them in silence.
import { schemaOf } from './fields.ts';
import type { Kind } from './kind.ts';
import type { KubeObject } from './meta.ts';

/** By type and field, as in the field tables: what to use instead. */
export const unsupportedFields: ReadonlyMap<string, string> = new Map([
  ['PodSpec.resourceClaims', 'resources.limits of the containers'],
  ['Container.volumeDevices', 'volumeMounts with a volume of volumeMode Filesystem'],
  ['EnvVarSource.fileKeyRef', 'configMapKeyRef'],
  ['Volume.csi', 'persistentVolumeClaim'],
  ['Volume.ephemeral', 'persistentVolumeClaim, or volumeClaimTemplates of a StatefulSet'],
  ['Volume.image', 'configMap or emptyDir'],
  ['VolumeProjection.clusterTrustBundle', 'configMap'],
  ['VolumeProjection.podCertificate', 'secret'],
  ['PersistentVolumeClaimSpec.dataSource', 'an empty volume'],
  ['PersistentVolumeClaimSpec.dataSourceRef', 'an empty volume'],
]);

export interface UnsupportedField {
  /** `spec.volumes[0].csi`. */
  readonly path: string;
  readonly instead: string;
}

/** The unsupported fields that an object uses, in order. The object has been decoded, so its depth is bounded. */
export function findUnsupported(kind: Kind, object: KubeObject): UnsupportedField[] {
  const found: UnsupportedField[] = [];
  walk(kind.schema, object, '', found);
  return found;
}

function walk(schemaName: string, object: object, path: string, found: UnsupportedField[]): void {
  const struct = schemaName.slice(schemaName.lastIndexOf('.') + 1);
  for (const field of schemaOf(schemaName)?.fields.values() ?? []) {
    if (!Object.hasOwn(object, field.name)) continue;
    const value = (object as Record<string, unknown>)[field.name];
    const at = path === '' ? field.name : `${path}.${field.name}`;
    const instead = unsupportedFields.get(`${struct}.${field.name}`);
    if (instead !== undefined) found.push({ path: at, instead });
    else if (field.type.form === 'object') walkInto(field.type.schema, value, at, found);
    else if (field.type.form === 'list' && field.type.item.form === 'object' && Array.isArray(value)) {
      const { schema } = field.type.item;
      for (const [i, item] of value.entries()) walkInto(schema, item, `${at}[${i}]`, found);
    }
  }
}

function walkInto(schema: string, value: unknown, path: string, found: UnsupportedField[]): void {
  if (typeof value === 'object' && value !== null) walk(schema, value, path, found);
}
