// Who handed in what: submissions put together by person, with the roster's help where there is one.
import type { KeyKind } from './claim.ts';
import { folded } from './claim.ts';
import type { Directory } from './match-people.ts';
import type { Person, Roster } from './roster.ts';
import type { Handed, Listed } from './sort-out.ts';

export interface RollStudent<T extends Listed> {
  /** Unique in a class. */
  readonly student: string;
  readonly person?: Person;
  readonly handed: readonly Handed<T>[];
}

export interface Roll<T extends Listed> {
  /** In order of names. */
  readonly students: readonly RollStudent<T>[];
  /** Names of submissions that fit nobody, or several; absent without a roster. */
  readonly unmatched: readonly string[];
  readonly ambiguous: readonly { readonly name: string; readonly people: readonly string[] }[];
}

interface Draft<T extends Listed> {
  readonly label: string;
  readonly person: Person | undefined;
  readonly handed: Handed<T>[];
}

/** `folders` are the folders of students, those with nothing in them too. With a roster everybody on it is a student. */
export function callRoll<T extends Listed>(
  handed: readonly Handed<T>[],
  folders: readonly string[],
  roster?: { readonly roster: Roster; readonly directory: Directory },
): Roll<T> {
  const drafts = new Map<string, Draft<T>>();
  const unmatched = new Set<string>();
  const ambiguous = new Map<string, readonly string[]>();
  const draftOf = (claim: Handed<T>['claim']): Draft<T> => {
    const match = roster?.directory.match(claim);
    const person = match?.is === 'one' ? match.person : undefined;
    if (match?.is === 'none') unmatched.add(claim.label);
    if (match?.is === 'several')
      ambiguous.set(
        claim.label,
        match.people.map(({ name, key }) => `${name} (${key})`),
      );
    const [first] = claim.keys;
    const id = person ? `person ${person.key}` : `${first?.kind} ${folded(first?.value ?? claim.label)}`;
    const known = drafts.get(id);
    if (known) return known;
    const draft = { label: person?.name ?? claim.label, person, handed: [] };
    drafts.set(id, draft);
    return draft;
  };
  for (const person of roster?.roster.people ?? []) {
    drafts.set(`person ${person.key}`, { label: person.name, person, handed: [] });
  }
  for (const label of folders) draftOf({ label, keys: [{ kind: 'any', value: label }] });
  for (const one of handed) draftOf(one.claim).handed.push(one);
  return {
    students: named([...drafts.values()]),
    unmatched: [...unmatched].sort(),
    ambiguous: [...ambiguous]
      .map(([name, people]) => ({ name, people }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** Gives people of the same name different ones. */
function named<T extends Listed>(drafts: readonly Draft<T>[]): RollStudent<T>[] {
  const counts = new Map<string, number>();
  for (const { label } of drafts) counts.set(label, (counts.get(label) ?? 0) + 1);
  const taken = new Set<string>();
  const students = drafts.map(({ label, person, handed }) => {
    const key = person?.key ?? handed[0]?.claim.keys[0]?.value ?? '';
    let student = (counts.get(label) ?? 0) > 1 && key !== label ? `${label} (${key})` : label;
    for (let copy = 2; taken.has(student); copy++) student = `${label} (${copy})`;
    taken.add(student);
    return { student, ...(person ? { person } : {}), handed };
  });
  return students.sort((a, b) => (a.student < b.student ? -1 : 1));
}

/** A person's keys for reports: what gradebooks find them by. */
export function keysOf({ keys }: Person): Partial<Record<KeyKind, string>> {
  return Object.fromEntries(keys);
}
