// The `time` keyword: virtual time; a simulation uses no processor time.
import type { Shell, Steps } from './shell-state.ts';
import { write } from './shell-state.ts';

/** Runs a pipeline and prints how long it took to stderr. */
export function* timed(shell: Shell, isPosix: boolean, body: () => Steps): Steps {
  const { host } = shell.process;
  const startedAtMs = host.now();
  const code = yield* body();
  const tookMs = host.now() - startedAtMs;
  const rows: [string, number][] = [
    ['real', tookMs],
    ['user', 0],
    ['sys', 0],
  ];
  const lines = rows.map(([label, ms]) => line(shell, isPosix, label, ms));
  write(shell, 2, `${isPosix || shell.dialect === 'ash' ? '' : '\n'}${lines.join('')}`);
  return code;
}

function line(shell: Shell, isPosix: boolean, label: string, ms: number): string {
  if (isPosix) return `${label} ${(ms / 1000).toFixed(2)}\n`;
  const minutes = Math.floor(ms / 60_000);
  const seconds = (ms % 60_000) / 1000;
  if (shell.dialect === 'ash') return `${label}\t${minutes}m ${seconds.toFixed(2)}s\n`;
  return `${label}\t${minutes}m${seconds.toFixed(3)}s\n`;
}
