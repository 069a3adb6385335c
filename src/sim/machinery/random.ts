// A seeded source of randomness: the same seed gives the same draws on every machine.
//
// One seed feeds a whole cluster. Each component takes its own stream by name (`fork`), so that a
// component that draws once more does not change what the others get.

/** A deterministic stream of draws. */
export interface Random {
  /** The next draw, evenly spread over [0, 1). */
  next(): number;
  /** A whole number in [0, bound). `bound` is a whole number from 1 to 2³². */
  int(bound: number): number;
  /** One element of a list that is not empty. */
  pick<T>(items: readonly T[]): T;
  /** `length` lower-case hexadecimal digits. */
  hex(length: number): string;
  /** A version 4 UUID, as in `metadata.uid`. */
  uuid(): string;
  /** The stream of that name: the same for a seed and a name, whatever was drawn here before. */
  fork(name: string): Random;
}

/** Starts the stream of a seed. The number 7 and the text "7" are the same seed. */
export function createRandom(seed: string | number): Random {
  return streamOf(String(seed));
}

function streamOf(path: string): Random {
  const draw = sfc32(path);
  const int = (bound: number) => Math.floor((draw() / 2 ** 32) * bound);
  const hex = (length: number) => {
    let digits = '';
    while (digits.length < length) digits += eightDigits(draw());
    return digits.slice(0, length);
  };
  return {
    next: () => draw() / 2 ** 32,
    int,
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new RangeError('pick needs at least one item');
      return items[int(items.length)] as T;
    },
    hex,
    uuid() {
      const digits = hex(32);
      const variant = '89ab'[int(4)];
      const [head, middle, node] = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(20)];
      const versioned = `4${digits.slice(13, 16)}`;
      return [head, middle, versioned, `${variant}${digits.slice(17, 20)}`, node].join('-');
    },
    // A control character cannot be part of a name, so no two (path, name) pairs collide.
    fork: (name) => streamOf(`${path}\u0000${name}`),
  };
}

const TWO_DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A 32-bit word in hexadecimal. */
function eightDigits(word: number): string {
  const twoAt = (shift: number) => TWO_DIGITS[(word >>> shift) & 0xff] as string;
  return twoAt(24) + twoAt(16) + twoAt(8) + twoAt(0);
}

/** Chris Doty-Humphrey's "small fast counting" generator with 32-bit words. Returns draws in [0, 2³²). */
function sfc32(path: string): () => number {
  let [a, b, c, counter] = wordsOf(path);
  const draw = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) draw();
  return draw;
}

/** Spreads a text over four 32-bit words, each a multiplicative hash with its own start and multiplier. */
function wordsOf(path: string): [number, number, number, number] {
  return [
    hash(path, 0x243f6a88, 0x9e3779b1),
    hash(path, 0x85a308d3, 0x85ebca6b),
    hash(path, 0x13198a2e, 0xc2b2ae35),
    hash(path, 0x03707344, 0x27d4eb2f),
  ];
}

function hash(text: string, start: number, multiplier: number): number {
  let word = start;
  for (let i = 0; i < text.length; i++) {
    word = Math.imul(word ^ text.charCodeAt(i), multiplier);
    word = (word << 13) | (word >>> 19);
  }
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}
