// What the API server draws for a new object: its uid, the end of its name, its address. Every object draws from a stream of its own, so
// that what happens elsewhere in between changes nothing: the third pod of a set has the same name, however long the second one took.
import type { Kind } from '../api/kind.ts';
import type { ObjectMeta } from '../api/meta.ts';
import type { Random } from '../machinery/random.ts';

/** How often there was an object of that name, and how often one was refused since. */
interface Count {
  readonly made: number;
  readonly refused: number;
}

const NONE: Count = { made: 0, refused: 0 };

export class ObjectDraws {
  readonly #random: Random;
  readonly #counts = new Map<string, Count>();

  constructor(random: Random) {
    this.#random = random;
  }

  /** The stream of the object that is asked for. Asked for again, it is the stream of another: see `made`. */
  next(kind: Kind, given: ObjectMeta): Random {
    const key = keyOf(kind, given);
    const { made, refused } = this.#counts.get(key) ?? NONE;
    this.#counts.set(key, { made, refused: refused + 1 });
    return this.#random.fork(refused === 0 ? `${key} ${made}` : `${key} ${made}, again ${refused}`);
  }

  /** The object that was asked for last under that name is there. */
  made(kind: Kind, given: ObjectMeta): void {
    const key = keyOf(kind, given);
    this.#counts.set(key, { made: (this.#counts.get(key) ?? NONE).made + 1, refused: 0 });
  }

  /** The stream of an object that is there already. */
  of(uid: string): Random {
    return this.#random.fork(uid);
  }
}

function keyOf({ group, plural }: Kind, { namespace = '', name, generateName }: ObjectMeta): string {
  return `${plural}.${group}/${namespace}/${name || `${generateName}*`}`;
}
