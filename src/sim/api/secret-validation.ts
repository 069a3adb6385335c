// Validation of a Secret, and of changes to it.
// Source: "Secrets", types and their keys; API reference of Secret; wording from recordings of 1.36.
import { base64Length, base64ToText } from '../machinery/base64.ts';
import { isEqual } from '../machinery/equality.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, immutable, invalid, required, tooLong } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { jsonObjectError } from '../machinery/go-json-error.ts';
import { compareText } from '../machinery/go-text.ts';
import { configMapKey, dns1123Subdomain } from '../machinery/names.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import { checkText } from './scalar-validation.ts';
import type { Secret } from './secret.ts';

const DATA = FieldPath.of('data');
const MAX_BYTES = 1024 * 1024;
const ACCOUNT = 'kubernetes.io/service-account.name';

export function validateSecret(secret: Secret): FieldError[] {
  const errors = validateMetadata(secret.metadata, dns1123Subdomain);
  const { data = {} } = secret;
  let bytes = 0;
  for (const key of Object.keys(data).sort(compareText)) {
    checkText(key, configMapKey, DATA.key(key), errors);
    bytes += base64Length(data[key] ?? '');
  }
  if (bytes > MAX_BYTES) errors.push(tooLong(DATA, MAX_BYTES));
  validateByType(secret, errors);
  return errors;
}

/** What Kubernetes' own types must hold. */
function validateByType({ type, metadata, data = {} }: Secret, errors: FieldError[]): void {
  const has = (key: string) => Object.hasOwn(data, key);
  const want = (key: string) => errors.push(required(DATA.key(key)));
  switch (type) {
    case 'kubernetes.io/service-account-token':
      if (metadata.annotations?.[ACCOUNT]) return;
      errors.push(required(FieldPath.of('metadata', 'annotations').key(ACCOUNT)));
      return;
    case 'kubernetes.io/dockercfg':
      checkJson('.dockercfg', data, errors);
      return;
    case 'kubernetes.io/dockerconfigjson':
      checkJson('.dockerconfigjson', data, errors);
      return;
    case 'kubernetes.io/basic-auth':
      if (!has('username') && !has('password')) for (const key of ['username', 'password']) want(key);
      return;
    case 'kubernetes.io/ssh-auth':
      if (!data['ssh-privatekey']) want('ssh-privatekey');
      return;
    case 'kubernetes.io/tls':
      for (const key of ['tls.crt', 'tls.key']) if (!has(key)) want(key);
      return;
  }
}

function checkJson(key: string, data: Readonly<Record<string, string>>, errors: FieldError[]): void {
  if (!Object.hasOwn(data, key)) {
    errors.push(required(DATA.key(key)));
    return;
  }
  const problem = jsonObjectError(base64ToText(data[key] ?? ''));
  if (problem) errors.push(invalid(DATA.key(key), '<secret contents redacted>', problem));
}

export function validateSecretUpdate(next: Secret, old: Secret): FieldError[] {
  const errors = validateMetadataUpdate(next.metadata, old.metadata);
  if (next.type !== old.type) errors.push(immutable(FieldPath.of('type'), next.type ?? ''));
  errors.push(...validateKeptData(next, old, ['data']));
  return errors;
}

/** What may no longer change of a Secret or a ConfigMap with `immutable: true`. */
export function validateKeptData<T extends { immutable?: boolean }>(
  next: T,
  old: T,
  fields: readonly (keyof T & string)[],
): FieldError[] {
  if (!old.immutable) return [];
  const detail = 'field is immutable when `immutable` is set';
  const changed = fields.filter((field) => !isEqual(next[field] ?? {}, old[field] ?? {}));
  return ['immutable', ...changed]
    .filter((field) => field !== 'immutable' || !next.immutable)
    .map((field) => forbidden(FieldPath.of(field), detail));
}
