// Validation of a pod's volumes: their names, and that each has one well-formed source.
// Source: API reference of Volume; wording from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { duplicate, forbidden, invalid, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { goQuote } from '../machinery/go-text.ts';
import { dns1123Label, dns1123Subdomain } from '../machinery/names.ts';
import { isNegative, quantity } from '../machinery/quantity.ts';
import { CLOUD_SOURCES } from './cloud-volume-validation.ts';
import { validateEphemeral } from './ephemeral-volume-validation.ts';
import { validateConfigMapSource, validateDownward, validateSecretSource } from './file-volume-validation.ts';
import { checkDescending, checkNoBacksteps } from './path-validation.ts';
import type { Volume } from './pod-spec.ts';
import { validateProjected } from './projected-volume-validation.ts';
import { checkNeeded, checkOneOf, checkText } from './scalar-validation.ts';

const HOST_PATH_TYPES = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
];

/** A check of one source. The source has the fields of its type, or else it would not have been decoded. */
export type SourceCheck = (source: never, path: FieldPath, errors: FieldError[]) => void;

/** In the order in which the API server looks at them: the first one counts, the others are one too many. */
const SOURCES: ReadonlyMap<string, SourceCheck> = new Map<string, SourceCheck>([
  ['emptyDir', validateEmptyDir],
  ['hostPath', validateHostPath],
  ['gitRepo', validateGitRepo],
  ...cloud('gcePersistentDisk', 'awsElasticBlockStore'),
  ['secret', validateSecretSource],
  ['nfs', validateNfs],
  ...cloud('iscsi', 'glusterfs', 'flocker'),
  [
    'persistentVolumeClaim',
    (it: { claimName?: string }, path, errors) => checkNeeded(it.claimName, path.child('claimName'), errors),
  ],
  ...cloud('rbd', 'cinder', 'cephfs', 'quobyte'),
  ['downwardAPI', validateDownward],
  ...cloud('fc', 'flexVolume'),
  ['configMap', validateConfigMapSource],
  ...cloud('azureFile', 'vsphereVolume', 'photonPersistentDisk', 'portworxVolume', 'azureDisk', 'storageos'),
  ['projected', validateProjected],
  ...cloud('scaleIO', 'csi'),
  ['ephemeral', validateEphemeral],
  ['image', validateImage],
]);

function cloud(...names: readonly string[]): [string, SourceCheck][] {
  return names.map((name) => [name, CLOUD_SOURCES.get(name) as SourceCheck]);
}

/** The paths of some fields are misspelt where there is more than one source. */
const MISSPELT: Readonly<Record<string, string>> = { cephfs: 'cephFS', downwardAPI: 'downwarAPI' };

/** What messages call a source by its old name. */
export const OLD_NAMES: Readonly<Record<string, string>> = { gcePersistentDisk: 'persistentDisk' };

/** Returns the volumes that containers can mount, by name: those with nothing wrong. `podName` is the pod's, of a pod. */
export function validateVolumes(
  volumes: readonly Volume[],
  podName: string | undefined,
  path: FieldPath,
  errors: FieldError[],
): ReadonlyMap<string, Volume> {
  const sound = new Map<string, Volume>();
  const claims = new Set(
    volumes.filter((volume) => podName && 'ephemeral' in volume).map(({ name }) => `${podName}-${name}`),
  );
  for (const [i, volume] of volumes.entries()) {
    const at = path.index(i);
    const before = errors.length;
    validateSource(volume, podName, at, errors);
    if (!volume.name) errors.push(required(at.child('name')));
    else checkText(volume.name, dns1123Label, at.child('name'), errors);
    if (sound.has(volume.name)) errors.push(duplicate(at.child('name'), volume.name));
    if (errors.length === before) sound.set(volume.name, volume);
    const claim = volume.persistentVolumeClaim?.claimName;
    if (claim === undefined || !claims.has(claim)) continue;
    const detail = 'must not reference a PVC that gets created for an ephemeral volume';
    errors.push(invalid(at.child('persistentVolumeClaim', 'claimName'), claim, detail));
  }
  return sound;
}

function validateSource(
  volume: Volume,
  podName: string | undefined,
  path: FieldPath,
  errors: FieldError[],
): void {
  let count = 0;
  const names = Object.keys(volume).filter((name) => SOURCES.has(name));
  // One source is the rule; only where there are more does their order count.
  for (const name of names.length > 1 ? SOURCES.keys() : names) {
    const source = (volume as unknown as Record<string, unknown>)[name];
    if (source === undefined) continue;
    count += 1;
    if (count > 1) {
      const detail = 'may not specify more than 1 volume type';
      errors.push(forbidden(path.child(MISSPELT[name] ?? name), detail));
    } else (SOURCES.get(name) as SourceCheck)(source as never, path.child(OLD_NAMES[name] ?? name), errors);
    if (count > 1 || name !== 'ephemeral' || !podName || !volume.name) continue;
    const claim = `${podName}-${volume.name}`;
    for (const message of dns1123Subdomain(claim)) {
      errors.push(invalid(path.child('name'), volume.name, `PVC name ${goQuote(claim)}: ${message}`));
    }
  }
  if (count === 0) errors.push(required(path, 'must specify a volume type'));
}

function validateEmptyDir(
  { sizeLimit }: { sizeLimit?: string },
  path: FieldPath,
  errors: FieldError[],
): void {
  if (sizeLimit === undefined || !isNegative(quantity(sizeLimit))) return;
  errors.push(forbidden(path.child('sizeLimit'), 'SizeLimit field must be a valid resource quantity'));
}

/** Also of a PersistentVolume. */
export function validateHostPath(
  { path: file, type = '' }: { path?: string; type?: string },
  path: FieldPath,
  errors: FieldError[],
): void {
  if (!file) errors.push(required(path.child('path')));
  else {
    checkNoBacksteps(file, path.child('path'), errors);
    if (type !== '') checkOneOf(type, HOST_PATH_TYPES, path.child('type'), errors);
  }
}

function validateGitRepo(
  { repository, directory = '' }: { repository?: string; directory?: string },
  path: FieldPath,
  errors: FieldError[],
): void {
  checkNeeded(repository, path.child('repository'), errors);
  checkDescending(directory, path.child('directory'), errors);
}

/** Also of a PersistentVolume. */
export function validateNfs(
  { server, path: file }: { server?: string; path?: string },
  path: FieldPath,
  errors: FieldError[],
): void {
  checkNeeded(server, path.child('server'), errors);
  checkNeeded(file, path.child('path'), errors);
  if (!file?.startsWith('/'))
    errors.push(invalid(path.child('path'), file ?? '', 'must be an absolute path'));
}

function validateImage(
  { reference, pullPolicy = '' }: { reference?: string; pullPolicy?: string },
  path: FieldPath,
  errors: FieldError[],
): void {
  checkNeeded(reference, path.child('reference'), errors);
  checkOneOf(pullPolicy, ['Always', 'IfNotPresent', 'Never'], path.child('pullPolicy'), errors);
}
