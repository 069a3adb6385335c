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
  /** Every key and mailbox, by folded text. */
  readonly #byText = new Map<string, Person[]>();
  readonly #texts: { readonly text: string; readonly person: Person }[] = [];

  constructor(people: readonly Person[]) {
    for (const person of people) {
      for (const [kind, value] of person.keys) {
        if (kind === 'name') continue;
        add(this.#byKey, `${kind} ${folded(value)}`, person);
        add(this.#byText, folded(value), person);
        if (kind === 'email') add(this.#byText, folded(value).split('@')[0] ?? '', person);
        else if (value.length >= 3) this.#texts.push({ text: folded(value), person });
      }
      for (const form of nameForms(person.keys.get('name') ?? person.name)) add(this.#byName, form, person);
    }
  }

  /** Keys that are meant to be unique come first, then names, then what a name only holds. */
  match(claim: Claim): Match {
    const values = (kind: KeyKind) => claim.keys.filter((key) => key.kind === kind).map(({ value }) => value);
    const any = values('any').map(folded);
    const ways = [
      () => claim.keys.flatMap(({ kind, value }) => this.#byKey.get(`${kind} ${folded(value)}`) ?? []),
      () => any.flatMap((text) => this.#byText.get(text) ?? []),
      () => any.flatMap((label) => this.#within(label, /\d/)),
      () => [...values('name'), ...any].flatMap((name) => this.#named(name)),
      () => any.flatMap((label) => this.#within(label, /^/)),
    ];
    for (const find of ways) {
      const people = [...new Set(find())];
      const [first] = people;
      if (first) return people.length === 1 ? { is: 'one', person: first } : { is: 'several', people };
    }
    return { is: 'none' };
  }

  #named(name: string): readonly Person[] {
    return [...nameForms(name)].flatMap((form) => this.#byName.get(form) ?? []);
  }

  /** A folder's name that begins or ends with a key: `20261234_kim`, `lab-1-octocat`. The longest one counts. */
  #within(label: string, which: RegExp): readonly Person[] {
    const inside = this.#texts.filter(({ text }) => which.test(text) && isPartOf(text, label));
    const longest = Math.max(0, ...inside.map(({ text }) => text.length));
    return inside.filter(({ text }) => text.length === longest).map(({ person }) => person);
  }
}

function isPartOf(id: string, label: string): boolean {
  if (label.startsWith(id)) return /[\s._-]/.test(label[id.length] ?? '');
  return label.endsWith(id) && /[\s._-]/.test(label[label.length - id.length - 1] ?? '');
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
