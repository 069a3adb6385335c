// Which command a call's words name.
import type { Command } from './command.ts';
import { globalFlags } from './global-flags.ts';

/** The command, if the words name one, and the words without its name: flags may stand before and between. */
export function findCommand(
  commands: readonly Command[],
  words: readonly string[],
): { readonly command: Command | undefined; readonly after: readonly string[] } {
  const places = namePlaces(words);
  const named = namingWords(words);
  const found = commands
    .filter((command) => isNamed(command, named))
    .sort((a, b) => b.words.length - a.words.length)[0];
  if (!found) return { command: undefined, after: words };
  const taken = new Set(places.slice(0, found.words.length));
  return { command: found, after: words.filter((_, place) => !taken.has(place)) };
}

/** The words that name something: up to three, flags and their values left out. */
export function namingWords(words: readonly string[]): readonly string[] {
  return namePlaces(words).map((place) => words[place] as string);
}

function isNamed({ words, aliases = [], groupAliases = [] }: Command, named: readonly string[]): boolean {
  const last = words.length - 1;
  return words.every((word, i) => {
    const given = named[i] ?? '';
    const others = i === last ? aliases : i === last - 1 ? groupAliases : [];
    return given === word || others.includes(given);
  });
}

/** The places of the first words that are neither flags nor the values of global flags, up to `--`. */
function namePlaces(words: readonly string[]): number[] {
  const places: number[] = [];
  for (let at = 0; at < words.length && places.length < 3; at++) {
    const word = words[at] as string;
    if (word === '--') break;
    if (!word.startsWith('-')) places.push(at);
    else if (takesNext(word)) at += 1;
    // Flags that only some command has may take the next word too: what follows them is no name.
    else if (!isGlobal(word)) break;
  }
  return places;
}

function isGlobal(word: string): boolean {
  return globalFlags.some(
    ({ name, short }) =>
      word === `--${name}` || word.startsWith(`--${name}=`) || (short && word.startsWith(`-${short}`)),
  );
}

function takesNext(word: string): boolean {
  const spec = globalFlags.find(({ name, short }) => word === `--${name}` || word === `-${short}`);
  return spec !== undefined && spec.type !== 'bool';
}
