// Who of the roster a submission belongs to. Nobody is guessed: what fits two people is reported, and left under its own name.
import type { Claim, KeyKind } from './claim.ts';
import { folded, nameForms } from './claim.ts';
import type { Person } from './roster.ts';

export type Match =
  | { readonly is: 'one'; readonly person: Person }
  | { readonly is: 'none' }
  | { readonly is: 'several'; readonly people: readonly Person[] };

/** Looks people up by any of their keys. */
export class Directory {
  readonly #byKey = new Map<string, Person[]>();
  readonly #byName = new Map<string, Person[]>();
  readonly #ids: { readonly id: string; readonly person: Person }[] = [];

  constructor(people: readonly Person[]) {
    for (const person of people) {
      for (const [kind, value] of person.keys) {
        if (kind === 'name') continue;
        add(this.#byKey, `${kind} ${folded(value)}`, person);
        this.#ids.push({ id: folded(value), person });
        const [mailbox = ''] = kind === 'email' ? folded(value).split('@') : [];
        if (mailbox !== '') this.#ids.push({ id: mailbox, person });
      }
      for (const form of nameForms(person.keys.get('name') ?? person.name)) add(this.#byName, form, person);
    }
  }

  /** Keys that are meant to be unique come first; a name counts only where none of those is known. */
  match(claim: Claim): Match {
    const byId = claim.keys.flatMap(({ kind, value }) => this.#withKey(kind, value));
    if (byId.length > 0) return matchOf(byId);
    const named = claim.keys.filter(({ kind }) => kind === 'name' || kind === 'any');
    const byName = named.flatMap(({ value }) => {
      return [...nameForms(value)].flatMap((form) => this.#byName.get(form) ?? []);
    });
    return matchOf(byName);
  }

  #withKey(kind: KeyKind, value: string): readonly Person[] {
    if (kind === 'name') return [];
    if (kind !== 'any') return this.#byKey.get(`${kind} ${folded(value)}`) ?? [];
    return this.#withIdIn(folded(value));
  }

  /** A folder's name that is an id, or begins or ends with one: `20261234_kim`, `lab-1-octocat`. The longest id counts. */
  #withIdIn(label: string): readonly Person[] {
    const whole = this.#ids.filter(({ id }) => id === label);
    if (whole.length > 0) return whole.map(({ person }) => person);
    const inside = this.#ids.filter(({ id }) => id.length >= 3 && isPartOf(id, label));
    const longest = Math.max(0, ...inside.map(({ id }) => id.length));
    return inside.filter(({ id }) => id.length === longest).map(({ person }) => person);
  }
}

function isPartOf(id: string, label: string): boolean {
  if (label.startsWith(id)) return /[\s._-]/.test(label[id.length] ?? '');
  return label.endsWith(id) && /[\s._-]/.test(label[label.length - id.length - 1] ?? '');
}

function matchOf(people: readonly Person[]): Match {
  const different = [...new Set(people)];
  const [first] = different;
  if (!first) return { is: 'none' };
  return different.length === 1 ? { is: 'one', person: first } : { is: 'several', people: different };
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
