// Joining the first container of a pod, as `kubectl run -i` does.
//
// Departs: what the container wrote before it was joined is printed too; with a real cluster it is a race.
import type { Pod, Wait } from '../sim/index.ts';
import { PodKind } from '../sim/index.ts';
import type { Context } from './command.ts';
import { CommandError, usageError } from './command.ts';
import { wantsTty } from './commands/exec.ts';
import { remoteInput, remoteOutput } from './remote-streams.ts';

/** Waits until the pod runs, then passes text both ways until its container ends. Throws `CommandError`. */
export function* joinContainer(context: Context, pod: Pod): Generator<Wait, void, void> {
  const container = pod.spec.containers[0]?.name ?? '';
  const isRunning = yield* untilStarted(context, pod);
  if (isRunning) yield* joinRunning(context, pod, container, true);
  else printLog(context, pod, container);
}

const recorded =
  'All commands and output from this session will be recorded in container logs, including credentials and sensitive information passed through the command prompt.';
const prompt = "If you don't see a command prompt, try pressing enter.";

/** Passes text both ways until a container ends. `fromStart` prints what it wrote before, too. Throws `CommandError`. */
export function* joinRunning(
  context: Context,
  pod: Pod,
  container: string,
  fromStart = false,
): Generator<Wait, void, void> {
  const isTty = wantsTty(context);
  if (!context.flags.bool('quiet')) context.err(`${recorded}\n${prompt}\n`);
  if (fromStart) printLog(context, pod, container);
  const hasJoined = yield* passText(context, pod, container, isTty);
  if (!hasJoined && !fromStart) {
    throw usageError(
      `unable to upgrade connection: container ${container} not found in pod ${pod.metadata.name}_${pod.metadata.namespace}`,
    );
  }
  if (pod.spec.restartPolicy === 'Always' && isTty) context.out(`${ended(pod, container)}\n`);
}

function ended({ metadata: { name } }: Pod, container: string): string {
  return `Session ended, resume using 'kubectl attach ${name} -c ${container} -i -t' command when the pod is running`;
}

/** True once the pod runs, false once it has ended. */
function* untilStarted(
  { cluster, flags, process }: Context,
  { metadata: { name, namespace = '', uid } }: Pod,
): Generator<Wait, boolean, void> {
  const untilMs = process.host.now() + flags.durationMs('pod-running-timeout');
  const phase = () => {
    const live = cluster.view.get(PodKind, namespace, name);
    return live?.metadata.uid === uid ? (live?.status?.phase ?? 'Pending') : 'Gone';
  };
  while (phase() === 'Pending') {
    if (process.host.now() >= untilMs) throw usageError('timed out waiting for the condition');
    yield { untilMs, ready: () => phase() !== 'Pending' };
  }
  if (phase() === 'Gone') throw usageError(`pods ${JSON.stringify(name)} not found`);
  return phase() === 'Running';
}

/** False where the container does not run. */
function* passText(
  context: Context,
  pod: Pod,
  container: string,
  isTty: boolean,
): Generator<Wait, boolean, void> {
  const { cluster, process, flags } = context;
  const uid = pod.metadata.uid ?? '';
  const attempt = cluster.world.container(uid, container)?.attempt;
  const attachment = cluster.world.attach(uid, container, {
    stdout: remoteOutput(process.stdout),
    stderr: remoteOutput(process.stderr),
    ...(flags.bool('stdin') ? { stdin: remoteInput(process.stdin) } : {}),
  });
  if (!attachment) return false;
  const isOver = () => {
    const now = cluster.world.container(uid, container);
    return now === undefined || now.state === 'exited' || now.attempt !== attempt;
  };
  let isLeft = false;
  if (isTty) {
    // A terminal in raw mode passes Ctrl-C on. Departs: kubectl stays where nobody heeds it; here that is the way out.
    process.handlers.set('SIGINT', () => {
      isLeft = !attachment.interrupt();
    });
  }
  try {
    while (!isLeft && !isOver()) yield { ready: isOver };
  } finally {
    attachment.letGo();
  }
  if (isLeft) throw new CommandError('', 130);
  return true;
}

function printLog({ cluster, out, err }: Context, pod: Pod, container: string): void {
  const page = cluster.world.logs(pod.metadata.uid ?? '', container);
  for (const { stream, text } of page?.lines ?? []) (stream === 'stdout' ? out : err)(`${text}\n`);
}
