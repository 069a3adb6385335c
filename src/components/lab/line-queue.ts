/** Command lines that wait for their turn at the terminal, and what becomes of each: a command, or an answer to the program that reads. */
import type { LogEntry } from '../../shell/log.ts';
import type { Terminal } from '../../shell/terminal.ts';

interface Line {
  readonly line: string;
  /** At the terminal's prompt, which may be that of a program. */
  readonly isTyped: boolean;
}

export class LineQueue {
  #lines: readonly Line[] = [];

  add(line: Line): void {
    this.#lines = [...this.#lines, line];
  }

  clear(): void {
    this.#lines = [];
  }

  /** As they were entered. */
  lines(): readonly string[] {
    return this.#lines.map(({ line }) => line);
  }

  /** What is to be done now; undefined while nothing can be. */
  next(terminal: Terminal): LogEntry | undefined {
    const [first, ...rest] = this.#lines;
    if (!first || !terminal.isAtRest()) return undefined;
    // A command from elsewhere takes the place of what waits for an answer.
    if (terminal.editing) return { do: 'close' };
    if (terminal.isBusy() && !first.isTyped) return { do: 'end' };
    this.#lines = rest;
    const { line } = first;
    return terminal.isBusy() ? { do: 'type', line } : { do: 'run', line, tty: true };
  }
}
