// Words that name no command here: help, commands of the real kubectl that are not simulated, and plain mistakes.
import type { Process } from '../sim/index.ts';
import { commands } from './commands/index.ts';
import { generalHelp, groupHelp } from './help.ts';
import { closest } from './suggestions.ts';

/** Commands of the real kubectl that are not here, with what to use instead. */
const notSimulated: ReadonlyMap<string, string> = new Map([
  ['alpha', 'it has nothing that workloads need'],
  ['api-versions', 'use kubectl api-resources'],
  ['auth', 'every request is allowed here'],
  ['certificate', 'there are no certificates here'],
  ['completion', 'type the words in full'],
  ['cp', 'use kubectl exec with cat'],
  ['debug', 'use kubectl exec or kubectl run'],
  ['diff', 'use kubectl apply --dry-run=server'],
  ['events', 'use kubectl get events'],
  ['kuberc', 'there are no preferences here'],
  ['kustomize', 'use kubectl apply -f with plain manifests'],
  ['options', 'use kubectl COMMAND --help'],
  ['plugin', 'there are no plugins here'],
  ['port-forward', 'use curl from a pod, with kubectl exec or kubectl run'],
  ['proxy', 'use curl from a pod, with kubectl exec or kubectl run'],
]);

/** Subcommands, by the word before them. */
const subcommandsNotSimulated: ReadonlyMap<string, string> = new Map([
  ...['clusterrole', 'clusterrolebinding', 'role', 'rolebinding', 'token'].map(
    (kind) => [`create ${kind}`, 'write a manifest and use kubectl create -f'] as const,
  ),
  ['apply edit-last-applied', 'use kubectl apply'],
  ['apply set-last-applied', 'use kubectl apply'],
  ['cluster-info dump', 'use kubectl get with -o yaml'],
  ['set subject', 'there are no roles here'],
]);

/** Words that the real kubectl takes for a command, though they are not like it. */
const meant: ReadonlyMap<string, string> = new Map([
  ['rm', 'delete'],
  ['resize', 'scale'],
]);

/** What to use instead of a command of the real kubectl that is not here; undefined for all other words. */
export function insteadOf(words: readonly string[]): string | undefined {
  const [first = '', second = ''] = words.filter((word) => !word.startsWith('-'));
  const isGroup = subcommandsNotSimulated.has(`${first} ${second}`);
  const name = isGroup ? `${first} ${second}` : first;
  const instead = subcommandsNotSimulated.get(name) ?? notSimulated.get(name);
  return instead === undefined ? undefined : `petset does not simulate kubectl ${name} yet; ${instead}`;
}

/** Says what is wrong with the words, or prints the help they ask for; returns the exit code. */
export function refuseWords(process: Process, words: readonly string[]): number {
  const named = words.filter((word) => !word.startsWith('-'));
  const [first] = named;
  if (first === undefined || first === 'help') {
    process.stdout.write(generalHelp(commands));
    return 0;
  }
  if (first === 'top') {
    process.stderr.write('error: Metrics API not available\n');
    return 1;
  }
  const group = commands.filter((command) => command.words[0] === first && command.words.length > 1);
  if (group.length > 0) return refuseSubcommand(process, first, named.slice(1));
  const known = [
    ...new Set([...commands.map((command) => command.words[0] ?? ''), ...notSimulated.keys(), 'top']),
  ];
  const similar = [...new Set([...closest(first, known.sort()), ...toList(meant.get(first))])];
  const hint =
    similar.length > 0 ? `\n\nDid you mean this?\n${similar.map((word) => `\t${word}`).join('\n')}` : '';
  process.stderr.write(`error: unknown command ${JSON.stringify(first)} for "kubectl"${hint}\n`);
  return 1;
}

function refuseSubcommand(process: Process, first: string, rest: readonly string[]): number {
  if (rest.length === 0) {
    process.stdout.write(groupHelp(commands, first));
    return 1;
  }
  process.stderr.write(
    `error: unknown command ${JSON.stringify(rest.join(' '))}\nSee 'kubectl ${first} -h' for help and examples\n`,
  );
  return 1;
}

function toList(word: string | undefined): string[] {
  return word === undefined ? [] : [word];
}
