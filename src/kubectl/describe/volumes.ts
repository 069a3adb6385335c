// The volumes of a pod or template.
import type { Volume } from '../../sim/index.ts';
import type { Document } from './document.ts';
import type { Row } from './volume-sources.ts';
import { sourceRows } from './volume-sources.ts';

/** Adds a list of volumes, `blanks` blanks in. */
export function addVolumes(document: Document, volumes: readonly Volume[], blanks: string): void {
  if (volumes.length === 0) {
    document.line(0, `${blanks}Volumes:`, '<none>');
    return;
  }
  document.line(0, `${blanks}Volumes:`);
  for (const volume of volumes) {
    document.line(0, `${blanks}${blanks ? ' ' : '  '}${volume.name}:`);
    for (const [title, value] of rowsOf(volume)) {
      document.line(0, `${blanks}${blanks ? '  ' : '    '}${title}:`, value);
    }
  }
}

function rowsOf(volume: Volume): readonly Row[] {
  if (volume.emptyDir) {
    return [
      ['Type', "EmptyDir (a temporary directory that shares a pod's lifetime)"],
      ['Medium', volume.emptyDir.medium ?? ''],
      ['SizeLimit', volume.emptyDir.sizeLimit ?? '<unset>'],
    ];
  }
  if (volume.persistentVolumeClaim) {
    return [
      ['Type', 'PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)'],
      ['ClaimName', volume.persistentVolumeClaim.claimName],
      ['ReadOnly', String(volume.persistentVolumeClaim.readOnly ?? false)],
    ];
  }
  if (volume.configMap) {
    return [
      ['Type', 'ConfigMap (a volume populated by a ConfigMap)'],
      ['Name', volume.configMap.name ?? ''],
      ['Optional', String(volume.configMap.optional ?? false)],
    ];
  }
  if (volume.secret) {
    return [
      ['Type', 'Secret (a volume populated by a Secret)'],
      ['SecretName', volume.secret.secretName ?? ''],
      ['Optional', String(volume.secret.optional ?? false)],
    ];
  }
  if (volume.downwardAPI) return [['Type', 'DownwardAPI (a volume populated by information about the pod)']];
  if (volume.projected) return projectedRows(volume);
  return sourceRows(volume) ?? [['Type', '<unknown>']];
}

function projectedRows({ projected }: Volume): readonly Row[] {
  const rows: Row[] = [['Type', 'Projected (a volume that contains injected data from multiple sources)']];
  for (const source of (projected?.sources ?? []) as Record<string, Record<string, unknown>>[]) {
    if (source.secret) {
      rows.push(
        ['SecretName', String(source.secret.name)],
        ['Optional', String(source.secret.optional ?? false)],
      );
    } else if (source.downwardAPI) {
      rows.push(['DownwardAPI', 'true']);
    } else if (source.configMap) {
      rows.push(
        ['ConfigMapName', String(source.configMap.name)],
        ['Optional', String(source.configMap.optional ?? false)],
      );
    } else if (source.serviceAccountToken) {
      rows.push(['TokenExpirationSeconds', String(source.serviceAccountToken.expirationSeconds)]);
    }
  }
  return rows;
}
