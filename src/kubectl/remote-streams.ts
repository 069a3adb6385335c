// The learner's streams as a program in a container sees them: the same text, on another machine's clock.
import type { Input, Output } from '../sim/index.ts';

/** Input that someone outside the container writes. */
export function remoteInput(input: Input): Input {
  return {
    isLocal: false,
    read: () => input.read(),
    isReady: () => input.isReady(),
    ...(input.unread ? { unread: (text: string) => input.unread?.(text) } : {}),
  };
}

/** Output that stays open when the program in the container closes it. */
export function remoteOutput(output: Output): Output {
  return {
    write: (text) => output.write(text),
    close() {
      // It is kubectl's own, and others may write to it after.
    },
  };
}
