// kubectl exec: runs a command in a container, joined to this terminal.
import type { Input, Output, Pod, Wait } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { CommandError, helpfulError, usageError } from '../command.ts';
import { findPod } from '../pods.ts';
import { remoteInput, remoteOutput } from '../remote-streams.ts';
import { containerFor, refuseUnplaced } from '../running-container.ts';

export const exec: Command = {
  words: ['exec'],
  summary: 'Execute a command in a container',
  usage: 'kubectl exec (POD | TYPE/NAME) [-c CONTAINER] [flags] -- COMMAND [args...] [options]',
  takesProgram: true,
  flags: [
    { name: 'container', short: 'c', type: 'string', help: 'The container' },
    { name: 'stdin', short: 'i', type: 'bool', help: 'Pass standard input to the container' },
    { name: 'tty', short: 't', type: 'bool', help: 'Standard input is a terminal' },
    { name: 'quiet', short: 'q', type: 'bool', help: 'Only print what the command prints' },
    { name: 'pod-running-timeout', type: 'duration', default: '1m0s', help: 'Has no effect here' },
    {
      name: 'filename',
      short: 'f',
      type: 'list',
      help: 'A file that names the pod',
      unsupported: 'name the pod',
    },
  ],
  *run(context) {
    const { args, rest, command } = context;
    const [word, ...more] = args;
    if (word === undefined) throw usageError('pod, type/name or --filename must be specified');
    if (more.length > 0) {
      throw helpfulError(
        command,
        'exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead',
      );
    }
    if (rest === undefined || rest.length === 0) {
      throw usageError('you must specify at least one command for the container');
    }
    const pod = findPod(context, word);
    return yield* execute(context, pod, containerFor(context, pod), rest);
  },
};

function* execute(
  context: Context,
  pod: Pod,
  container: string,
  argv: readonly string[],
): Generator<Wait, number, void> {
  const { flags, process, cluster } = context;
  const isTty = wantsTty(context);
  refuseUnplaced(context, pod);
  const streams: { stdin?: Input; stdout: Output; stderr: Output } = {
    stdout: remoteOutput(process.stdout),
    stderr: remoteOutput(isTty ? process.stdout : process.stderr),
  };
  if (flags.bool('stdin')) streams.stdin = remoteInput(process.stdin);
  const running = cluster.world.exec(pod.metadata.uid ?? '', container, argv, { ...streams, tty: isTty });
  if (running === undefined) {
    throw usageError(`unable to upgrade connection: container not found (${JSON.stringify(container)})`);
  }
  if ('error' in running) {
    throw usageError(
      `Internal error occurred: Internal error occurred: error executing command in container: ${running.error}`,
    );
  }
  // A terminal in raw mode passes Ctrl-C on to the program at the other end.
  if (isTty) process.handlers.set('SIGINT', running.interrupt);
  try {
    while (running.exitCode() === undefined) yield { ready: () => running.exitCode() !== undefined };
  } finally {
    if (running.exitCode() === undefined) running.kill();
  }
  const exitCode = running.exitCode() ?? 0;
  if (exitCode !== 0) throw new CommandError(`command terminated with exit code ${exitCode}`, exitCode);
  return 0;
}

/** -t without a terminal is ignored, with a word about it. */
export function wantsTty({ flags, process, err }: Context): boolean {
  if (!flags.bool('tty')) return false;
  if (flags.bool('stdin') && process.isInteractive) return true;
  err('Unable to use a TTY - input is not a terminal or the right kind of file\n');
  return false;
}
