// What the kubelet says about a check that did not go well. The words are those of its HTTP client, of Go's dialler and of
// its exec prober.
import { formatGoDuration } from '../machinery/duration.ts';
import type { CheckAction, CheckOutcome } from '../world/check.ts';

export interface Asked {
  readonly action: CheckAction;
  /** The pod's address. */
  readonly podIp: string;
  readonly timeoutMs: number;
}

/** What follows `Liveness probe failed: `. */
export function failureText(outcome: CheckOutcome, asked: Asked): string {
  const { action } = asked;
  if (outcome.what === 'impossible') return outcome.message;
  if (outcome.what === 'exited') return outcome.output;
  if (outcome.what === 'answered') return `HTTP probe failed with statuscode: ${outcome.status}`;
  if (outcome.what === 'health') return `service unhealthy (responded with "${outcome.status}")`;
  if (outcome.what === 'rpc-error') return `error: health rpc probe failed: ${outcome.message}`;
  if (action.by === 'exec' || action.by === 'sleep') return commandTimeout(asked);
  if (action.by === 'grpc') {
    const within = formatGoDuration(asked.timeoutMs);
    return `timeout: failed to connect service "${asked.podIp}:${action.port}" within ${within}: context deadline exceeded`;
  }
  const address = `${action.host ?? asked.podIp}:${action.port}`;
  const complaint = connectionText(outcome, address, action.by === 'http');
  return action.by === 'http' ? `Get "${urlOf(action, address)}": ${complaint}` : complaint;
}

function commandTimeout({ action, timeoutMs }: Asked): string {
  const command = action.by === 'exec' ? action.command.join(' ') : action.by;
  return `command timed out: "${command}" timed out after ${formatGoDuration(timeoutMs)}`;
}

function connectionText({ what }: CheckOutcome, address: string, isHttp: boolean): string {
  if (what === 'refused') return `dial tcp ${address}: connect: connection refused`;
  if (what === 'no-such-host') return `dial tcp: lookup ${address.replace(/:\d+$/, '')}: no such host`;
  if (what === 'plain-text') return 'http: server gave HTTP response to HTTPS client';
  if (what === 'no-reply') return 'EOF';
  return isHttp
    ? 'context deadline exceeded (Client.Timeout exceeded while awaiting headers)'
    : `dial tcp ${address}: i/o timeout`;
}

function urlOf(action: CheckAction & { readonly by: 'http' }, address: string): string {
  return `${action.isTls ? 'https' : 'http'}://${address}${action.path}`;
}
