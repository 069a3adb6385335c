// Words that name no command here: commands of the real kubectl that are not simulated, and plain mistakes.
import { CommandError } from './command.ts';
import { namingWords } from './find-command.ts';
import { knownWords } from './help-texts/sections.ts';
import { closest } from './suggestions.ts';

/** Commands of the real kubectl that are not here, with what to use instead. */
const notSimulated: ReadonlyMap<string, string> = new Map([
  ['auth reconcile', 'there are no roles here: every request is allowed'],
  ['certificate', 'there are no certificates here: every user is who they say'],
  ['debug', 'use kubectl exec to look into a container, or kubectl run for a pod of your own'],
  ['kuberc', 'there are no preferences here: write the flags out'],
  ['set subject', 'there are no roles here: every request is allowed'],
  ...['clusterrole', 'clusterrolebinding', 'role', 'rolebinding', 'token'].map(
    (kind) => [`create ${kind}`, 'every request is allowed here, and nobody asks for a token'] as const,
  ),
]);

/** Words that kubectl takes for a command, though they are not like it. */
const meant: ReadonlyMap<string, readonly string[]> = new Map([
  ['list', ['get', 'wait']],
  ['ps', ['get', 'wait']],
  ['rm', ['delete']],
]);

/** What to use instead of a command of the real kubectl that is not here; undefined for all other words. */
export function insteadOf(words: readonly string[]): string | undefined {
  const [first = '', second = ''] = namingWords(words);
  const name = [`${first} ${second}`, first].find((it) => notSimulated.has(it));
  return name === undefined
    ? undefined
    : `petset does not simulate kubectl ${name} yet; ${notSimulated.get(name)}`;
}

/** What kubectl says of a first word that it does not know. */
export function unknownCommand(word: string): CommandError {
  const alike = new Set([...closest(word, knownWords), ...(meant.get(word.toLowerCase()) ?? [])]);
  const similar = knownWords.filter((known) => alike.has(known));
  const hint =
    similar.length > 0 ? `\n\nDid you mean this?\n${similar.map((it) => `\t${it}`).join('\n')}` : '';
  return new CommandError(`error: unknown command ${JSON.stringify(word)} for "kubectl"${hint}`);
}
