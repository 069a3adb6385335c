// SHA-256 (FIPS 180-4) of a text in UTF-8: the digests of images, the hashes of contents.
import { utf8Bytes } from '../machinery/base64.ts';

/** The first 32 bits of the fractional parts of the `power`-th roots of the first primes. */
function rootsOfPrimes(count: number, power: number): number[] {
  const roots: number[] = [];
  for (let candidate = 2; roots.length < count; candidate++) {
    let isPrime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor++) {
      if (candidate % divisor === 0) isPrime = false;
    }
    if (isPrime) roots.push(((candidate ** (1 / power) % 1) * 2 ** 32) | 0);
  }
  return roots;
}

const startWords = rootsOfPrimes(8, 2);
const roundWords = rootsOfPrimes(64, 3);

/** 64 lower-case hexadecimal digits. */
export function sha256(text: string): string {
  const state = [...startWords];
  const words = padded(utf8Bytes(text));
  for (let at = 0; at < words.length; at += 16) mix(state, words.slice(at, at + 16));
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function padded(bytes: readonly number[]): number[] {
  const blocks = Math.floor((bytes.length + 8) / 64) + 1;
  const words = new Array<number>(blocks * 16).fill(0);
  for (const [i, byte] of bytes.entries()) {
    words[i >> 2] = (words[i >> 2] as number) | (byte << (24 - 8 * (i & 3)));
  }
  const end = bytes.length;
  words[end >> 2] = (words[end >> 2] as number) | (0x80 << (24 - 8 * (end & 3)));
  words[words.length - 1] = end * 8;
  return words;
}

function mix(state: number[], block: number[]): void {
  const schedule = [...block];
  for (let i = 16; i < 64; i++) {
    const before = schedule[i - 15] as number;
    const last = schedule[i - 2] as number;
    const sigma0 = turned(before, 7) ^ turned(before, 18) ^ (before >>> 3);
    const sigma1 = turned(last, 17) ^ turned(last, 19) ^ (last >>> 10);
    schedule.push(((schedule[i - 16] as number) + sigma0 + (schedule[i - 7] as number) + sigma1) | 0);
  }
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const sum1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + sum1 + choice + (roundWords[i] as number) + (schedule[i] as number)) | 0;
    const sum0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + sum0 + majority) | 0];
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = ((state[i] as number) + word) | 0;
}

function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}
