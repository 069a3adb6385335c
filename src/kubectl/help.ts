// What `kubectl --help`, `kubectl COMMAND --help` and `kubectl options` print: only what is really here.
import type { Command } from './command.ts';
import type { FlagSpec } from './flags.ts';
import { helpTexts } from './help-texts/index.ts';
import { sections } from './help-texts/sections.ts';

const more = 'Use "kubectl options" for a list of global command-line options (applies to all commands).\n';

/** What `kubectl` alone prints. */
export function generalHelp(commands: readonly Command[]): string {
  return `kubectl controls the Kubernetes cluster manager.\n\n Find more information at: https://kubernetes.io/docs/reference/kubectl/\n\n${generalUsage(commands)}`;
}

/** The commands by what they are for. */
export function generalUsage(commands: readonly Command[]): string {
  const summaries = new Map(
    commands
      .filter(({ words }) => words.length === 1)
      .map(({ words: [word = ''], summary }) => [word, summary]),
  );
  const lists = sections.map(({ title, words }) => {
    const rows = words.flatMap((word) => {
      const summary = summaries.get(word);
      return summary === undefined ? [] : `  ${word.padEnd(15)} ${summary}\n`;
    });
    return `${title}:\n${rows.join('')}\n`;
  });
  return `${lists.join('')}Usage:\n  kubectl [flags] [options]\n\nUse "kubectl <command> --help" for more information about a given command.\n${more}`;
}

/** Of one command, with the commands under it. */
export function commandHelp(command: Command, members: readonly Command[]): string {
  const name = command.words.join(' ');
  const text = helpTexts.get(name);
  const parts = [
    text?.about ?? `${command.summary}.`,
    aliasesText(command),
    examplesText(text?.examples ?? []),
    membersText(members),
    optionsText(command.flags),
    `Usage:\n  ${command.usage}`,
  ].filter((part) => part !== '');
  const hint =
    members.length > 0
      ? `Use "kubectl ${name} <command> --help" for more information about a given command.\n`
      : '';
  return `${parts.join('\n\n')}\n\n${hint}${more}`;
}

/** The commands directly under one. */
export function membersOf(command: Command, commands: readonly Command[]): readonly Command[] {
  return commands.filter(
    ({ words }) =>
      words.length === command.words.length + 1 && command.words.every((word, i) => words[i] === word),
  );
}

/** `kubectl options`. */
export function optionsHelp(flags: readonly FlagSpec[]): string {
  const rows = shown(flags).map(flagText);
  return `The following options can be passed to any command:\n\n${rows.join('\n\n')}\n`;
}

function aliasesText({ words, aliases = [] }: Command): string {
  return aliases.length === 0 ? '' : `Aliases:\n${[words.at(-1), ...aliases].join(', ')}`;
}

function examplesText(examples: readonly (readonly [comment: string, ...lines: string[]])[]): string {
  if (examples.length === 0) return '';
  const texts = examples.map(([comment, ...lines]) =>
    [`  # ${comment}`, ...lines.map((line) => `  ${line}`)].join('\n'),
  );
  return `Examples:\n${texts.join('\n  \n')}`;
}

function membersText(members: readonly Command[]): string {
  if (members.length === 0) return '';
  const names = members.map(({ words }) => words.at(-1) ?? '');
  const width = Math.max(13, ...names.map((name) => name.length + 2));
  const rows = members.map(({ summary }, i) => `  ${(names[i] ?? '').padEnd(width)} ${summary}`);
  return `Available Commands:\n${rows.join('\n')}`;
}

function optionsText(flags: readonly FlagSpec[]): string {
  const rows = shown(flags).map(flagText);
  return rows.length === 0 ? '' : `Options:\n${rows.join('\n\n')}`;
}

/** Those that do something here, by name. */
function shown(flags: readonly FlagSpec[]): readonly FlagSpec[] {
  return flags
    .filter(({ unsupported, deprecated }) => unsupported === undefined && deprecated === undefined)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function flagText(flag: FlagSpec): string {
  const short = flag.short === undefined ? '' : `-${flag.short}, `;
  return `    ${short}--${flag.name}=${defaultText(flag)}:\n\t${flag.help}`;
}

function defaultText({ type, default: value }: FlagSpec): string {
  switch (type) {
    case 'bool':
      return value ?? 'false';
    case 'string':
      return `'${value ?? ''}'`;
    case 'int':
      return value ?? '0';
    case 'duration':
      return value ?? '0s';
    default:
      return '[]';
  }
}
