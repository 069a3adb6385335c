// What the kubelet asks of a container from outside: the questions of probes, and the work of lifecycle hooks.

export type CheckAction =
  | { readonly by: 'exec'; readonly command: readonly string[] }
  | {
      readonly by: 'http';
      readonly isTls: boolean;
      /** The pod's address, if absent. */
      readonly host?: string;
      readonly port: number;
      readonly path: string;
      readonly headers: readonly (readonly [name: string, value: string])[];
    }
  | { readonly by: 'tcp'; readonly host?: string; readonly port: number }
  | { readonly by: 'grpc'; readonly port: number; readonly service: string }
  | { readonly by: 'sleep'; readonly ms: number };

export type CheckOutcome =
  | { readonly what: 'exited'; readonly code: number; readonly output: string }
  /** The body is kept where it is told of: with a redirect that was not followed. */
  | { readonly what: 'answered'; readonly status: number; readonly body?: string }
  | {
      readonly what:
        | 'connected'
        | 'slept'
        | 'refused'
        | 'timed-out'
        | 'no-such-host'
        | 'no-reply'
        /** Asked for TLS, answered without. */
        | 'plain-text';
    }
  /** What a gRPC server says of its service, or why it says nothing. */
  | { readonly what: 'health'; readonly status: string }
  | { readonly what: 'rpc-error'; readonly message: string }
  /** The runtime could not do it; its words. */
  | { readonly what: 'impossible'; readonly message: string };

export interface CheckRecord {
  /** The attempt of the container that was asked. */
  readonly containerId: string;
  readonly sinceMs: number;
  /** Undefined: still under way. */
  readonly outcome?: CheckOutcome;
}

/** True of an answer that sends on to somewhere else: good, but not without a warning. */
export function isRedirect(outcome: CheckOutcome): outcome is CheckOutcome & { readonly what: 'answered' } {
  return outcome.what === 'answered' && outcome.status >= 300 && outcome.status < 400;
}

/** True where what was asked for went well. See "Probe outcome" in the documentation of the pod lifecycle. */
export function isGood(outcome: CheckOutcome): boolean {
  if (outcome.what === 'exited') return outcome.code === 0;
  if (outcome.what === 'health') return outcome.status === 'SERVING';
  if (outcome.what === 'answered') return outcome.status >= 200 && outcome.status < 400;
  return outcome.what === 'connected' || outcome.what === 'slept';
}
