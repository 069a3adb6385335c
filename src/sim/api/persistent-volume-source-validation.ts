// Validation of where a PersistentVolume's data lies.
// Source: API reference of PersistentVolume; wording and order of the 1.36 API server.
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, invalid, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { utf8Length } from '../machinery/go-text.ts';
import { dns1123Label, dns1123Subdomain } from '../machinery/names.ts';
import { CLOUD_SOURCES, checkDriver } from './cloud-volume-validation.ts';
import { schemaOf } from './fields.ts';
import { checkNoBacksteps } from './path-validation.ts';
import type { PersistentVolume } from './persistent-volume.ts';
import { checkNeeded, checkText } from './scalar-validation.ts';
import { OLD_NAMES, validateHostPath, validateNfs } from './volume-validation.ts';

type Spec = PersistentVolume['spec'];
type Source = Readonly<Record<string, unknown>>;

/** In the order in which the API server looks at them: the first one counts, the others are one too many. */
const ORDER =
  'hostPath gcePersistentDisk awsElasticBlockStore glusterfs flocker nfs rbd quobyte cephfs iscsi cinder fc flexVolume azureFile vsphereVolume photonPersistentDisk portworxVolume azureDisk scaleIO local storageos csi'.split(
    ' ',
  );

/** The fields of a volume that say where it is, in that order. */
export function sourcesOf(spec: Spec): Record<string, Source> {
  const fields = schemaOf('io.k8s.api.core.v1.PersistentVolumeSpec')?.fields;
  const given = spec as unknown as Record<string, Source>;
  const names = ORDER.filter((name) => given[name] !== undefined && fields?.has(name));
  return Object.fromEntries(names.map((name) => [name, given[name] as Source]));
}

export function validateVolumeSource(spec: Spec, name: string, path: FieldPath, errors: FieldError[]): void {
  const sources = Object.entries(sourcesOf(spec));
  if (sources.length === 0) errors.push(required(path, 'must specify a volume type'));
  for (const [i, [field, source]] of sources.entries()) {
    const at = path.child(field);
    if (i === 0 || field === 'flexVolume') {
      validateOne(field, source, name, path.child(OLD_NAMES[field] ?? field), errors);
    } else {
      const shown = field === 'cephfs' ? path.child('cephFS') : at;
      errors.push(forbidden(shown, 'may not specify more than 1 volume type'));
    }
  }
  if (sources[0]?.[0] === 'local' && spec.nodeAffinity === undefined) {
    errors.push(required(path.child('nodeAffinity'), 'Local volume requires node affinity'));
  }
}

function validateOne(
  field: string,
  source: Source,
  name: string,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (field === 'hostPath') validateHostPath(source, path, errors);
  else if (field === 'nfs') validateNfs(source, path, errors);
  else if (field === 'local') validateLocal(source, path, errors);
  else if (field === 'csi') validateCsi(source, path, errors);
  else CLOUD_SOURCES.get(field)?.(source, path, errors);
  if (field === 'iscsi') checkTarget(source, name, path, errors);
  const secret = source.secretRef as { namespace?: string } | undefined;
  if ((field === 'cinder' || field === 'storageos') && secret) {
    checkNeeded(secret.namespace, path.child('secretRef', 'namespace'), errors);
  }
}

function validateLocal({ path: file }: { path?: string }, path: FieldPath, errors: FieldError[]): void {
  if (!file) errors.push(required(path.child('path')));
  else checkNoBacksteps(file, path.child('path'), errors);
}

function checkTarget(
  { initiatorName, targetPortal }: Source,
  name: string,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (initiatorName === undefined || utf8Length(`${name}:${targetPortal}`) <= 64) return;
  const detail =
    'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.';
  errors.push(invalid(path.child('targetportal'), targetPortal, detail));
}

const SECRETS = [
  'controllerPublishSecretRef',
  'controllerExpandSecretRef',
  'nodePublishSecretRef',
  'nodeExpandSecretRef',
];

function validateCsi(source: Source, path: FieldPath, errors: FieldError[]): void {
  checkDriver(source, path, errors);
  checkNeeded(source.volumeHandle, path.child('volumeHandle'), errors);
  for (const field of SECRETS) {
    const secret = source[field] as { name?: string; namespace?: string } | undefined;
    if (secret === undefined) continue;
    const [atName, atNamespace] = [path.child(field, 'name'), path.child(field, 'namespace')];
    if (!secret.name) errors.push(required(atName));
    else checkText(secret.name, dns1123Subdomain, atName, errors);
    if (!secret.namespace) errors.push(required(atNamespace));
    else checkText(secret.namespace, dns1123Label, atNamespace, errors);
  }
}
