// kubectl: finds the command, reads its flags, runs it, and says what went wrong as the real one does.
import type { Cluster, Process, Program, Wait } from '../sim/index.ts';
import { parseGoDuration } from '../sim/index.ts';
import type { Command, Context } from './command.ts';
import { CommandError, UnknownKindError, usageError, warningCount } from './command.ts';
import { commands } from './commands/index.ts';
import type { FieldTexts } from './field-texts/field-texts.ts';
import { findCommand } from './find-command.ts';
import type { ParsedFlags } from './flags.ts';
import { FlagError, FlagRefusal, parseFlags, refuseMissing } from './flags.ts';
import { globalFlags } from './global-flags.ts';
import { commandHelp, membersOf } from './help.ts';
import { connectionOf, unreachable } from './kubeconfig/connection.ts';
import { refusedDirectory } from './kustomization.ts';
import { requestMsOf, startMs } from './pace.ts';
import { findPlugin, runPlugin } from './plugins.ts';
import type { ManifestListener } from './problems.ts';
import { insteadOf } from './unknown-command.ts';
import { answerWithoutCommand } from './without-command.ts';

export { currentNamespace } from './kubeconfig/index.ts';
export type { ManifestListener } from './problems.ts';

/**
 * kubectl as a program of the learner's machine, working on one cluster. The listener changes nothing of it. The texts
 * are what explain says of fields: they are large, and whoever starts kubectl decides when they are loaded.
 */
export function createKubectl(
  cluster: Cluster,
  listener?: ManifestListener,
  fieldTexts?: FieldTexts,
): Program {
  return function* (process) {
    yield* pass(process, startMs);
    const words = process.argv.slice(1);
    const instead = insteadOf(words);
    if (instead !== undefined) {
      process.stderr.write(`error: ${instead}\n`);
      return 1;
    }
    const { command, after } = findCommand(commands, words);
    try {
      if (!command) {
        const plugin = findPlugin(process, words);
        if (plugin) return yield* runPlugin(process, plugin);
        const { text, isAside } = answerWithoutCommand(words);
        (isAside ? process.stderr : process.stdout).write(text);
        return 0;
      }
      const call = readCall(cluster, process, command, after);
      if (!call) return 0;
      const context = { ...call, ...(listener ? { listener } : {}), ...(fieldTexts ? { fieldTexts } : {}) };
      yield* pass(process, requestMsOf(command.words[0] ?? ''));
      refuseUnreachable(context);
      const running = command.run(context);
      const exitCode = typeof running === 'number' ? running : yield* running;
      if (exitCode === 0) refuseWarnings(context);
      return exitCode;
    } catch (error) {
      if (listener) tellOfError(error, listener);
      return explain(process, command, error);
    }
  };
}

/** What a call asks for; undefined where that was only help, which is printed. Throws what `explain` explains. */
function readCall(
  cluster: Cluster,
  process: Process,
  command: Command,
  words: readonly string[],
): Context | undefined {
  const { flags, args, rest, deprecations } = parseFlags(words, [...command.flags, ...globalFlags]);
  if (flags.bool('help')) {
    process.stdout.write(commandHelp(command, membersOf(command, commands)));
    return undefined;
  }
  refuseMissing(flags, command.flags);
  const kustomization = flags.text('kustomize');
  if (kustomization) throw refusedDirectory(process, kustomization, command);
  for (const line of deprecations) process.stderr.write(`${line}\n`);
  if (!command.isOffline) refuseTimeout(flags);
  const { server, namespace } = command.isOffline
    ? { server: '', namespace: '' }
    : connectionOf(process, flags);
  return {
    cluster,
    process,
    command,
    args: command.takesProgram ? args : [...args, ...(rest ?? [])],
    rest: command.takesProgram ? rest : undefined,
    flags,
    namespace: flags.text('namespace') || namespace || 'default',
    server,
    isAllNamespaces: flags.bool('all-namespaces'),
    out: (text) => {
      if (text !== '') process.stdout.write(text);
    },
    err: (text) => {
      if (text !== '') process.stderr.write(text);
    },
  };
}

/** Throws `CommandError` where nobody answers. The version of kubectl itself can be told all the same. */
function refuseUnreachable({ process, command, server, err }: Context): void {
  if (command.isOffline || command.words[0] === 'version') return;
  const refusal = unreachable(process, server);
  if (!refusal) return;
  err(refusal.log);
  throw refusal.error;
}

/** --request-timeout, which only has to read well. Throws `CommandError`. */
function refuseTimeout(flags: ParsedFlags): void {
  const text = flags.text('request-timeout') || '0';
  if (/^\d+$/.test(text) || parseGoDuration(text).ok) return;
  throw usageError(
    'Invalid timeout value. Timeout must be a single integer in seconds, or an integer followed by a corresponding time unit (e.g. 1s | 2m | 3h)',
  );
}

/** --warnings-as-errors. Throws `CommandError`. */
function refuseWarnings({ process, flags }: Context): void {
  const count = flags.bool('warnings-as-errors') ? warningCount(process) : 0;
  if (count > 0) throw usageError(`${count} warning${count === 1 ? '' : 's'} received`);
}

/** Lets virtual time pass. */
export function* pass(process: Process, ms: number): Generator<Wait, void, void> {
  const untilMs = process.host.now() + ms;
  while (process.host.now() < untilMs) yield { untilMs };
}

function tellOfError(error: unknown, listener: ManifestListener): void {
  if (error instanceof UnknownKindError) listener.misspelt(error.word);
  if (error instanceof CommandError && error.status) listener.denied(error.status);
}

function explain(process: Process, command: Command | undefined, error: unknown): number {
  if (error instanceof FlagError) {
    const name = ['kubectl', ...(command?.words ?? [])].join(' ');
    process.stderr.write(`error: ${error.message}\nSee '${name} --help' for usage.\n`);
    return 1;
  }
  if (error instanceof FlagRefusal) {
    process.stderr.write(`error: ${error.message}\n`);
    return 1;
  }
  if (error instanceof CommandError) {
    if (error.message !== '') process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  throw error;
}
