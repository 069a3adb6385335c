// Device files that never end: /dev/zero, /dev/urandom, /dev/random. Whoever reads on and on computes.
//
// Departs: random bytes are ASCII characters, for programs exchange texts here.
import type { Input, Process } from '../../sim/index.ts';

const pieceChars = 65_536;
/** What is there at once; beyond it a reader gets little, and ever more slowly. */
const freeChars = 4 * 1024 * 1024;
const slowPieceChars = 1024;
const waitMs = { first: 10, last: 1000 };

/** An open device of that absolute path, which gives so much at once; undefined: there is none. */
export function openEndless({ host }: Process, path: string, atOnce = freeChars): Input | undefined {
  const now = () => host.now();
  if (path === '/dev/zero') return endless(now, atOnce, (chars) => '\0'.repeat(chars));
  if (path !== '/dev/urandom' && path !== '/dev/random') return undefined;
  const randomChars = (length: number) =>
    Array.from({ length }, () => String.fromCharCode(host.random.int(128))).join('');
  return endless(now, atOnce, randomChars);
}

function endless(now: () => number, atOnce: number, make: (chars: number) => string): Input {
  let given = 0;
  let nextMs = now();
  let nextWaitMs = waitMs.first;
  let returned = '';
  return {
    read() {
      if (returned !== '') {
        const text = returned;
        returned = '';
        return text;
      }
      if (given < atOnce) {
        given += pieceChars;
        return make(pieceChars);
      }
      if (now() < nextMs) return 'wait';
      nextMs = now() + nextWaitMs;
      nextWaitMs = Math.min(nextWaitMs * 2, waitMs.last);
      return make(slowPieceChars);
    },
    isReady: () => returned !== '' || given < atOnce || now() >= nextMs,
    unread(text) {
      returned = text + returned;
    },
    untilReadable: () => ({ untilMs: nextMs, isBusy: true }),
  };
}
