// Validation of volumes that hold files from several sources.
// Source: "Projected Volumes"; wording and paths from the 1.36 API server.
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, invalid, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import type { LabelSelector } from '../machinery/label-selector.ts';
import { validateLabelSelector } from '../machinery/label-selector.ts';
import { dns1123Subdomain } from '../machinery/names.ts';
import type { DownwardFile } from './downward-validation.ts';
import { checkMode, validateDownwardFile, validateItem } from './file-volume-validation.ts';
import { checkLocalFile } from './path-validation.ts';
import type { KeyToPath } from './pod-spec.ts';
import { checkNeeded } from './scalar-validation.ts';

interface Files {
  name?: string;
  items?: KeyToPath[];
}

interface TrustBundle {
  name?: string;
  signerName?: string;
  labelSelector?: LabelSelector;
  path?: string;
}

interface ProjectedSource {
  secret?: Files;
  configMap?: Files;
  downwardAPI?: { items?: DownwardFile[] };
  serviceAccountToken?: { path?: string; expirationSeconds?: number };
  clusterTrustBundle?: TrustBundle;
}

const [MIN_SECONDS, MAX_SECONDS] = [600, 2 ** 32];

export function validateProjected(
  { defaultMode, sources = [] }: { defaultMode?: number; sources?: ProjectedSource[] },
  path: FieldPath,
  errors: FieldError[],
): void {
  checkMode(defaultMode, path.child('defaultMode'), errors);
  const files = new Set<string>();
  const take = (file: string | undefined, shown: string) => {
    if (!file) return;
    if (files.has(file)) errors.push(invalid(path, shown, 'conflicting duplicate paths'));
    files.add(file);
  };
  for (const [i, source] of sources.entries()) {
    const at = path.child('sources').index(i);
    for (const name of ['secret', 'configMap'] as const) {
      const given = source[name];
      if (given) validateProjectedFiles(given, at.child(name), take, errors);
    }
    for (const item of source.downwardAPI?.items ?? []) {
      validateDownwardFile(item, at.child('downwardAPI'), errors);
      take(item.path, item.path ?? '');
    }
    const { serviceAccountToken: token, clusterTrustBundle: bundle } = source;
    if (token) validateToken(token, path, at.child('serviceAccountToken'), errors);
    if (bundle) {
      validateBundle(bundle, at.child('clusterTrustBundle'), errors);
      take(bundle.path, bundle.path ?? '');
    }
    if (Object.keys(source).length > 1) {
      errors.push(forbidden(at, 'may not specify more than 1 volume type per source'));
    }
  }
}

function validateProjectedFiles(
  { name, items = [] }: Files,
  path: FieldPath,
  take: (file: string, shown: string) => void,
  errors: FieldError[],
): void {
  checkNeeded(name, path.child('name'), errors);
  for (const [i, item] of items.entries()) {
    validateItem(item, path.child('items').index(i), errors);
    take(item.path, name ?? '');
  }
}

/** The API server names the volume's path, which it has not, where it means the token's. */
function validateToken(
  { path: file, expirationSeconds: seconds = 0 }: NonNullable<ProjectedSource['serviceAccountToken']>,
  volume: FieldPath,
  path: FieldPath,
  errors: FieldError[],
): void {
  const at = path.child('expirationSeconds');
  if (seconds < MIN_SECONDS) {
    errors.push(invalid(at, seconds, 'may not specify a duration less than 10 minutes'));
  }
  if (seconds > MAX_SECONDS) {
    errors.push(invalid(at, seconds, 'may not specify a duration larger than 2^32 seconds'));
  }
  if (!file) errors.push(required(volume.child('path')));
  else checkLocalFile(file, volume.child('path'), errors);
}

function validateBundle(bundle: TrustBundle, path: FieldPath, errors: FieldError[]): void {
  const { name, signerName, labelSelector, path: file = '' } = bundle;
  if (name !== undefined && signerName !== undefined) {
    errors.push(invalid(path, bundle, 'only one of name and signerName may be used'));
  } else if (name !== undefined) {
    if (name === '') errors.push(required(path.child('name'), 'must be a valid object name'));
    for (const message of dns1123Subdomain(name)) {
      const detail = `not a valid clustertrustbundlename: ${message}`;
      errors.push(invalid(path.child('name'), name, detail));
    }
    if (labelSelector !== undefined) {
      const detail = 'labelSelector must be unset if name is specified';
      errors.push(invalid(path.child('labelSelector'), labelSelector, detail));
    }
  } else if (signerName === undefined) {
    errors.push(required(path, 'either name or signerName must be specified'));
  } else {
    if (signerName === '') errors.push(required(path.child('signerName'), 'must be a valid signer name'));
    errors.push(...validateLabelSelector(labelSelector, path.child('labelSelector')));
  }
  checkNeeded(file, path.child('path'), errors);
  checkLocalFile(file, path.child('path'), errors);
}
