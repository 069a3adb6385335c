// Streams of text between programs: pipes, captured output, fixed input.
import type { Input, Output } from './process.ts';

/** Characters a pipe holds at most. A writer that gets so far ahead of its reader is cut off as if the reader had gone. */
const pipeMaxChars = 16 * 1024 * 1024;

export interface Pipe {
  readonly input: Input;
  readonly output: Output;
}

/**
 * A pipe between processes of one machine. Its ends count their holders: the reader sees the end of input when the
 * last writer has closed, and writing fails when the last reader has closed. An end that nobody has held yet is open.
 */
export function createPipe(options: { readonly maxChars?: number; readonly isLocal?: boolean } = {}): Pipe {
  const maxChars = options.maxChars ?? pipeMaxChars;
  let pieces: string[] = [];
  let chars = 0;
  const readers = createHolders();
  const writers = createHolders();
  return {
    input: {
      isLocal: options.isLocal ?? true,
      read() {
        if (pieces.length > 0) {
          const text = pieces.join('');
          pieces = [];
          chars = 0;
          return text;
        }
        return writers.areGone() ? undefined : 'wait';
      },
      isReady: () => pieces.length > 0 || writers.areGone(),
      unread(text) {
        if (text !== '') pieces.unshift(text);
        chars += text.length;
      },
      retain: readers.retain,
      close: readers.close,
    },
    output: {
      write(text) {
        if (readers.areGone() || chars + text.length > maxChars) return false;
        if (text !== '') pieces.push(text);
        chars += text.length;
        return true;
      },
      retain: writers.retain,
      close: writers.close,
    },
  };
}

function createHolders(): { retain(): void; close(): void; areGone(): boolean } {
  let count = 0;
  let wasHeld = false;
  return {
    retain() {
      wasHeld = true;
      count += 1;
    },
    close() {
      wasHeld = true;
      count = Math.max(0, count - 1);
    },
    areGone: () => wasHeld && count === 0,
  };
}

/** Output kept in memory. */
export interface Capture extends Output {
  /** All that was written and not yet taken. */
  text(): string;
  /** The same, and forgets it. */
  take(): string;
  isFull(): boolean;
}

/**
 * Keeps what is written, up to `maxChars` in all. Beyond that it says once that the rest is left out, and fails, which
 * ends the writer with SIGPIPE: endless output stops by itself.
 */
export function createCapture(options: { readonly maxChars?: number } = {}): Capture {
  const maxChars = options.maxChars ?? 4 * 1024 * 1024;
  let pieces: string[] = [];
  let chars = 0;
  let isFull = false;
  const text = () => pieces.join('');
  return {
    write(more) {
      if (isFull) return false;
      if (chars + more.length > maxChars) {
        pieces.push(more.slice(0, maxChars - chars), `\n[output stopped after ${maxChars} characters]\n`);
        isFull = true;
        return false;
      }
      chars += more.length;
      if (more !== '') pieces.push(more);
      return true;
    },
    close() {},
    text,
    take() {
      const taken = text();
      pieces = [];
      return taken;
    },
    isFull: () => isFull,
  };
}

/** An input that holds one text and then ends. */
export function inputOf(text: string): Input {
  let rest: string | undefined = text === '' ? undefined : text;
  return {
    isLocal: true,
    read() {
      const piece = rest;
      rest = undefined;
      return piece;
    },
    isReady: () => true,
    unread(text) {
      if (text !== '') rest = text + (rest ?? '');
    },
  };
}

/** Takes everything and keeps nothing, as /dev/null does. */
export const nullOutput: Output = { write: () => true, close() {} };
