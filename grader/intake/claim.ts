// Whose a submission claims to be: what file names, folders and export lists say, before anybody was looked up.

/** By what learning platforms know a person. `any`: a folder's name, which may be any of the others. */
export type KeyKind =
  | 'canvas'
  | 'sis'
  | 'login'
  | 'email'
  | 'participant'
  | 'github'
  | 'number'
  | 'name'
  | 'any';

export interface Claim {
  /** What reports show where the roster knows nobody of these keys. */
  readonly label: string;
  readonly keys: readonly { readonly kind: KeyKind; readonly value: string }[];
}

/** A claim by the name of a folder. */
export function folderClaim(label: string): Claim {
  return { label, keys: [{ kind: 'any', value: label }] };
}

/** A key as keys are compared: composed characters, small letters, no space around. */
export function folded(value: string): string {
  return value.normalize('NFKC').toLowerCase().trim();
}

/** The ways in which a person's name is written together: `Doe, Jane` and `Jane Doe` are both janedoe and doejane. */
export function nameForms(name: string): ReadonlySet<string> {
  const [last = '', first = ''] = folded(name).split(',', 2);
  const words = (first === '' ? last : `${first} ${last}`).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const rotated = [...words.slice(-1), ...words.slice(0, -1)];
  const back = [...words.slice(1), ...words.slice(0, 1)];
  return new Set([words, rotated, back].map((each) => each.join('')).filter(Boolean));
}
