// What programs that listen share: they take a port, and run until a signal ends them.
import { utf8Length } from '../../machinery/go-text.ts';
import type { HttpResponse, Process, RequestHandler, Signal, Wait } from '../process.ts';
import type { ProgramUsage } from '../program-usage.ts';
import { httpDate } from './log-times.ts';

/** How long a server takes to go once it has been asked. */
const shutdownMs = 200;

/**
 * Serves until one of the signals comes, then ends with 0 after 200 ms, or at once with another code where a runtime does that for
 * its programs (`runtimes`). A port that is taken is tried again, as often and as long as `retry` says, and then given up with code 1.
 */
export function* serve(
  process: Process,
  options: {
    readonly port: number;
    readonly handler: RequestHandler;
    /** What it takes, from now on. */
    readonly usage?: ProgramUsage;
    /** Which signals end it, if not those that servers usually handle. */
    readonly signals?: readonly Signal[];
    readonly abruptCode?: number;
    readonly retry?: { readonly times: number; readonly everyMs: number };
    /** Says that the port is taken. */
    readonly onTaken?: (isLast: boolean) => void;
    readonly onListening?: () => void;
    readonly onSignal?: (signal: Signal) => void;
    /** Asked after each request: the code it is to end with, if it is. */
    readonly endsWith?: () => number | undefined;
  },
): Generator<Wait, number, void> {
  const { port, usage = {} } = options;
  process.host.take?.(process.pid, usage);
  const times = options.retry?.times ?? 1;
  for (
    let attempt = 1;
    !process.host.listen(port, respondingTo(process, options.handler), usage.requestCpuMs);
    attempt++
  ) {
    options.onTaken?.(attempt === times);
    if (attempt === times) return 1;
    yield { untilMs: process.host.now() + (options.retry?.everyMs ?? 0) };
  }
  options.onListening?.();
  let isStopping = false;
  for (const signal of options.signals ?? (['SIGTERM', 'SIGINT', 'SIGQUIT'] as const)) {
    process.handlers.set(signal, () => {
      if (!isStopping) options.onSignal?.(signal);
      isStopping = true;
    });
  }
  const { endsWith } = options;
  while (!isStopping) {
    yield endsWith ? { ready: () => endsWith() !== undefined } : {};
    const code = endsWith?.();
    if (code !== undefined) return code;
  }
  if (options.abruptCode !== undefined) return options.abruptCode;
  const endMs = process.host.now() + shutdownMs;
  while (process.host.now() < endMs) yield { untilMs: endMs };
  return 0;
}

/**
 * What every server says of its answer besides. SIM_HTTP_MODE=hang, one of the simulation's own switches: it takes requests and
 * never answers.
 */
function respondingTo({ env, host }: Process, handler: RequestHandler): RequestHandler {
  const isHanging = env.get('SIM_HTTP_MODE') === 'hang';
  return (request): HttpResponse => {
    const response = handler(request);
    const general = new Map([
      ['Date', httpDate(host.now())],
      ['Content-Length', String(utf8Length(response.body))],
    ]);
    for (const name of response.headers.keys()) general.delete(name);
    const answer = { ...response, headers: new Map([...general, ...response.headers]) };
    return isHanging ? { ...answer, delayMs: Number.POSITIVE_INFINITY } : answer;
  };
}
