// Commands whose failure is looked at: conditions, and all but the last of `&&` and `||`.
import type { Shell, Steps } from './shell-state.ts';

/** Runs something whose failure is looked at, so that `set -e` lets it pass. */
export function* tested(shell: Shell, body: () => Steps): Steps {
  shell.tested += 1;
  try {
    return yield* body();
  } finally {
    shell.tested -= 1;
  }
}
