// The shape of one kubectl command, and what it is given to work with.
import type { Cluster, Process, Status, Wait } from '../sim/index.ts';
import type { FieldTexts } from './field-texts/field-texts.ts';
import type { FlagSpec, ParsedFlags } from './flags.ts';
import type { ManifestListener, Problem } from './problems.ts';
import { problemsText, problemText, tellOf } from './problems.ts';

/** One command or subcommand, e.g. `get` or `rollout status`. */
export interface Command {
  /** The words after kubectl, e.g. ['rollout', 'status']. */
  readonly words: readonly string[];
  /** Other names of the last word. */
  readonly aliases?: readonly string[];
  /** Other names of the word before the last: `svc` in `create svc clusterip`. */
  readonly groupAliases?: readonly string[];
  /** One line for the list of commands. */
  readonly summary: string;
  /** As kubectl prints it after Usage. */
  readonly usage: string;
  readonly flags: readonly FlagSpec[];
  /** True where what stands after `--` is a program to run. Elsewhere it is more arguments. */
  readonly takesProgram?: boolean;
  /** True where no cluster is asked: what the kubeconfig says of one may be wrong. */
  readonly isOffline?: boolean;
  /** True where --selector says something else than which objects are meant. */
  readonly ownsSelector?: boolean;
  /** Returns the exit code; a command that lets time pass is a generator. */
  run(context: Context): Generator<Wait, number, void> | number;
}

export interface Context {
  readonly cluster: Cluster;
  readonly process: Process;
  readonly command: Command;
  /** What stands after the command's words: names, types … */
  readonly args: readonly string[];
  /** What stands after `--`, where the command takes a program; undefined if there was none. */
  readonly rest: readonly string[] | undefined;
  readonly flags: ParsedFlags;
  /** The namespace the command works in: -n, else that of the current context. */
  readonly namespace: string;
  /** Where the API server is that is asked. */
  readonly server: string;
  /** True with --all-namespaces. */
  readonly isAllNamespaces: boolean;
  out(text: string): void;
  err(text: string): void;
  readonly listener?: ManifestListener;
  /** What explain says of fields; without it they have no description. */
  readonly fieldTexts?: FieldTexts;
}

/**
 * Thrown by a command to end with a message on stderr, as kubectl's CheckErr does. `message` is the whole text without
 * the newline, `error: ` or `Error from server …` included; nothing is printed where it is empty.
 */
export class CommandError extends Error {
  readonly exitCode: number;
  /** The API server's refusal that it tells of. */
  readonly status: Status | undefined;

  constructor(message: string, exitCode = 1, status?: Status) {
    super(message);
    this.name = 'CommandError';
    this.exitCode = exitCode;
    this.status = status;
  }
}

/** A word that names no kind of resource. */
export class UnknownKindError extends CommandError {
  readonly word: string;

  constructor(word: string) {
    const [name = ''] = word.split('.');
    super(`error: the server doesn't have a resource type ${JSON.stringify(name)}`);
    this.word = word;
  }
}

/** A mistake in how the command was called, or what the API server made of it. */
export function usageError(message: string, status?: Status): CommandError {
  return new CommandError(`error: ${message}`, 1, status);
}

/** A call that needs the hint to the command's help. */
export function helpfulError(command: Command, message: string): CommandError {
  return new CommandError(
    `error: ${message}\nSee 'kubectl ${command.words.join(' ')} -h' for help and examples`,
  );
}

/** A refusal of the API server that ends the command. */
export function serverError(status: Status, doing?: string): CommandError {
  return new CommandError(serverErrorText(status, doing), 1, status);
}

/** A refusal of the API server, in kubectl's words. `doing` is e.g. `error when creating "web.yaml"`. */
export function serverErrorText(status: Status, doing?: string): string {
  return problemText({ status, ...(doing === undefined ? {} : { doing }) });
}

/** Prints what went wrong, all at once, and returns the exit code. */
export function report(context: Context, problems: readonly Problem[]): number {
  if (problems.length === 0) return 0;
  const text = problemsText(problems);
  // The API server's differences between two pods end with a line break of their own; told as an invalid object they get
  // one more.
  const [first] = problems;
  const isInvalid = first !== undefined && 'status' in first && first.status.reason === 'Invalid';
  const isEnded = problems.length === 1 && text.endsWith('\n') && !isInvalid;
  context.err(isEnded ? text : `${text}\n`);
  if (context.listener) tellOf(problems, context.listener);
  return 1;
}

/** What each call was told already: kubectl says a thing once. */
const told = new WeakMap<Process, Set<string>>();

/** Prints the sentences that the API server sent beside its answer, each once. */
export function printWarnings(
  context: Context,
  { warnings }: { readonly warnings: readonly string[] },
): void {
  const said = told.get(context.process) ?? new Set();
  told.set(context.process, said);
  for (const warning of warnings) {
    if (said.has(warning)) continue;
    said.add(warning);
    context.err(`Warning: ${warning}\n`);
  }
}

/** How many sentences `printWarnings` has printed for a call. */
export function warningCount(process: Process): number {
  return told.get(process)?.size ?? 0;
}
