// The outputs of processes, which send SIGPIPE to whoever writes when nobody reads any more.
import type { Output, Signal } from './process.ts';

export class WatchedOutputs {
  /** The real output behind each watched one. */
  readonly #raw = new WeakMap<Output, Output>();

  /** A process hands its own, watched outputs on to its children: each of them watches the real one for itself. */
  rawOf(output: Output): Output {
    return this.#raw.get(output) ?? output;
  }

  watch(output: Output, pending: Signal[]): Output {
    const own: Output = {
      write(text) {
        const isRead = output.write(text);
        if (!isRead && !pending.includes('SIGPIPE')) pending.push('SIGPIPE');
        return isRead;
      },
      close() {},
    };
    this.#raw.set(own, output);
    return own;
  }
}
