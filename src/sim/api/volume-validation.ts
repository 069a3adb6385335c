// Validation of a pod's volumes: their names, and that each has one well-formed source.
// Source: API reference of Volume; wording from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { duplicate, forbidden, invalid, notSupported, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { dns1123Label } from '../machinery/names.ts';
import { isNegative, quantity } from '../machinery/quantity.ts';
import type { DownwardFile } from './env-validation.ts';
import { validateDownwardSource } from './env-validation.ts';
import type { KeyToPath, Volume } from './pod-spec.ts';
import { checkText } from './scalar-validation.ts';

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
const MODE_MESSAGE = 'must be a number between 0 and 0777 (octal), both inclusive';

type SourceCheck = (source: never, path: FieldPath, errors: FieldError[]) => void;

/** In the order in which the API server looks at them: the first one counts, the others are one too many. */
const SOURCES: ReadonlyMap<string, SourceCheck> = new Map<string, SourceCheck>([
  ['emptyDir', validateEmptyDir],
  ['hostPath', validateHostPath],
  ['gitRepo', (it: { repository?: string }, path, errors) => need(it.repository, path, 'repository', errors)],
  ['gcePersistentDisk', (it: { pdName?: string }, path, errors) => need(it.pdName, path, 'pdName', errors)],
  [
    'awsElasticBlockStore',
    (it: { volumeID?: string }, path, errors) => need(it.volumeID, path, 'volumeID', errors),
  ],
  ['secret', validateSecretSource],
  ['nfs', validateNfs],
  ['iscsi', unchecked],
  ['glusterfs', unchecked],
  [
    'persistentVolumeClaim',
    (it: { claimName?: string }, path, errors) => need(it.claimName, path, 'claimName', errors),
  ],
  ['rbd', unchecked],
  ['cinder', unchecked],
  ['cephfs', unchecked],
  ['flocker', unchecked],
  ['downwardAPI', validateDownward],
  ['fc', unchecked],
  ['azureFile', unchecked],
  ['configMap', validateConfigMapSource],
  ['vsphereVolume', unchecked],
  ['flexVolume', unchecked],
  ['projected', validateProjected],
  ['quobyte', unchecked],
  ['scaleIO', unchecked],
  ['azureDisk', unchecked],
  ['storageos', unchecked],
  ['csi', (it: { driver?: string }, path, errors) => need(it.driver, path, 'driver', errors)],
  ['ephemeral', unchecked],
  ['image', unchecked],
  ['photonPersistentDisk', unchecked],
  ['portworxVolume', unchecked],
]);

/** Returns the names that containers can mount: those of the volumes with nothing wrong. */
export function validateVolumes(
  volumes: readonly Volume[],
  path: FieldPath,
  errors: FieldError[],
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [i, volume] of volumes.entries()) {
    const at = path.index(i);
    const before = errors.length;
    validateSource(volume, at, errors);
    if (!volume.name) errors.push(required(at.child('name')));
    else checkText(volume.name, dns1123Label, at.child('name'), errors);
    if (names.has(volume.name)) errors.push(duplicate(at.child('name'), volume.name));
    if (errors.length === before) names.add(volume.name);
  }
  return names;
}

function validateSource(volume: Volume, path: FieldPath, errors: FieldError[]): void {
  let count = 0;
  const names = Object.keys(volume).filter((name) => SOURCES.has(name));
  // One source is the rule; only where there are more does their order count.
  for (const name of names.length > 1 ? SOURCES.keys() : names) {
    const check = SOURCES.get(name) as SourceCheck;
    const source = (volume as unknown as Record<string, unknown>)[name];
    if (source === undefined) continue;
    count += 1;
    if (count > 1) errors.push(forbidden(path.child(name), 'may not specify more than 1 volume type'));
    else check(source as never, path.child(name), errors);
  }
  if (count === 0) errors.push(required(path, 'must specify a volume type'));
}

function unchecked(): void {}

function need(value: string | undefined, path: FieldPath, field: string, errors: FieldError[]): void {
  if (!value) errors.push(required(path.child(field)));
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
    if (!HOST_PATH_TYPES.includes(type)) errors.push(notSupported(path.child('type'), type, HOST_PATH_TYPES));
  }
}

/** Also of a PersistentVolume. */
export function validateNfs(
  { server, path: file }: { server?: string; path?: string },
  path: FieldPath,
  errors: FieldError[],
): void {
  need(server, path, 'server', errors);
  need(file, path, 'path', errors);
  if (!file?.startsWith('/'))
    errors.push(invalid(path.child('path'), file ?? '', 'must be an absolute path'));
}

interface FileSource {
  defaultMode?: number;
  items?: KeyToPath[];
}

function validateSecretSource(
  source: FileSource & { secretName?: string },
  path: FieldPath,
  errors: FieldError[],
): void {
  need(source.secretName, path, 'secretName', errors);
  validateFiles(source, path, errors);
}

function validateConfigMapSource(
  source: FileSource & { name?: string },
  path: FieldPath,
  errors: FieldError[],
): void {
  need(source.name, path, 'name', errors);
  validateFiles(source, path, errors);
}

function validateFiles({ defaultMode, items }: FileSource, path: FieldPath, errors: FieldError[]): void {
  checkMode(defaultMode, path.child('defaultMode'), errors);
  validateItems(items, path, errors);
}

function validateItems(items: readonly KeyToPath[] | undefined, path: FieldPath, errors: FieldError[]): void {
  for (const [i, { key, path: file, mode }] of (items ?? []).entries()) {
    const at = path.child('items').index(i);
    need(key, at, 'key', errors);
    need(file, at, 'path', errors);
    if (file) checkLocalFile(file, at.child('path'), errors);
    checkMode(mode, at.child('mode'), errors);
  }
}

function validateDownward(
  { defaultMode, items }: { defaultMode?: number; items?: DownwardFile[] },
  path: FieldPath,
  errors: FieldError[],
): void {
  checkMode(defaultMode, path.child('defaultMode'), errors);
  validateDownwardFiles(items, path, errors);
}

function validateDownwardFiles(
  items: readonly DownwardFile[] | undefined,
  path: FieldPath,
  errors: FieldError[],
): void {
  for (const [i, item] of (items ?? []).entries()) {
    const at = path.child('items').index(i);
    need(item.path, at, 'path', errors);
    if (item.path) checkLocalFile(item.path, at.child('path'), errors);
    validateDownwardSource(item, at, errors);
    checkMode(item.mode, at.child('mode'), errors);
  }
}

interface ProjectedSource {
  secret?: FileSource & { name?: string };
  configMap?: FileSource & { name?: string };
  downwardAPI?: { items?: DownwardFile[] };
  serviceAccountToken?: { path?: string; expirationSeconds?: number };
}

function validateProjected(
  { defaultMode, sources }: { defaultMode?: number; sources?: ProjectedSource[] },
  path: FieldPath,
  errors: FieldError[],
): void {
  checkMode(defaultMode, path.child('defaultMode'), errors);
  for (const [i, source] of (sources ?? []).entries()) {
    const at = path.child('sources').index(i);
    const names = Object.keys(source);
    if (names.length === 0) errors.push(required(at, 'must specify a volume source'));
    for (const name of names.slice(1)) {
      errors.push(forbidden(at.child(name), 'may not specify more than 1 volume source'));
    }
    for (const name of ['secret', 'configMap'] as const) {
      const files = source[name];
      if (!files) continue;
      need(files.name, at.child(name), 'name', errors);
      validateItems(files.items, at.child(name), errors);
    }
    if (source.downwardAPI) validateDownwardFiles(source.downwardAPI.items, at.child('downwardAPI'), errors);
    if (source.serviceAccountToken) {
      validateToken(source.serviceAccountToken, at.child('serviceAccountToken'), errors);
    }
  }
}

function validateToken(
  { path: file, expirationSeconds = 3600 }: { path?: string; expirationSeconds?: number },
  path: FieldPath,
  errors: FieldError[],
): void {
  if (expirationSeconds < 600) {
    const detail = 'may not specify a duration less than 10 minutes';
    errors.push(invalid(path.child('expirationSeconds'), expirationSeconds, detail));
  }
  need(file, path, 'path', errors);
}

function checkMode(mode: number | undefined, path: FieldPath, errors: FieldError[]): void {
  if (mode !== undefined && (mode < 0 || mode > 0o777)) errors.push(invalid(path, mode, MODE_MESSAGE));
}

/** A file inside the volume: a path that is relative and leads nowhere else. */
function checkLocalFile(file: string, path: FieldPath, errors: FieldError[]): void {
  checkDescending(file, path, errors);
  if (file.startsWith('..') && !file.startsWith('../')) {
    errors.push(invalid(path, file, "must not start with '..'"));
  }
}

/** A path below a directory: relative, and never up. */
export function checkDescending(file: string, path: FieldPath, errors: FieldError[]): void {
  if (file.startsWith('/')) errors.push(invalid(path, file, 'must be a relative path'));
  checkNoBacksteps(file, path, errors);
}

export function checkNoBacksteps(file: string, path: FieldPath, errors: FieldError[]): void {
  if (file.split('/').includes('..')) errors.push(invalid(path, file, "must not contain '..'"));
}
