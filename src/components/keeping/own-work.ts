/** The work of this page on one thing: what it began from, what it has done since, and what other pages did meanwhile. */
import type { Log } from '../../shell/log.ts';
import type { Work } from './record.ts';
import type { Shelf } from './shelf.ts';
import { besides, covers, holds, seenBy, seenTogether, withWork } from './together.ts';

/** `later`: another page went on with what stands here. `beside`: another page did something else. */
export type Elsewhere = 'none' | 'later' | 'beside';

export class OwnWork {
  #log: Log | undefined;
  #drafts: Readonly<Record<string, string>> = {};
  readonly #shelf: Shelf;
  #sign = newSign();
  #seen: Work['seen'] = {};
  /** True where something was done that is not kept yet. */
  #isNew = false;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
    this.#begin(shelf.read().work);
  }

  get log(): Log | undefined {
    return this.#log;
  }

  get drafts(): Readonly<Record<string, string>> {
    return this.#drafts;
  }

  /** The log as the cluster tells it. */
  heard(log: Log): void {
    if (JSON.stringify(log.entries) !== JSON.stringify(this.#log?.entries ?? [])) this.did();
    this.#log = log;
  }

  /** How far time has passed. */
  until(elapsedMs: number): void {
    if (this.#log) this.#log = { ...this.#log, untilMs: Math.max(this.#log.untilMs ?? 0, elapsedMs) };
  }

  /** Something was done that must be kept. */
  did(): void {
    this.#isNew = true;
  }

  draft(path: string, text: string): void {
    this.#drafts = { ...this.#drafts, [path]: text };
    this.did();
  }

  /**
   * Keeps it as it is now. The time that has passed alone is worth no quarrel: where others have gone on, only what was done
   * here is. False where the browser keeps nothing.
   */
  save(): boolean {
    if (!this.#isNew && !this.#isUndisputed()) return true;
    const seen = seenBy(this.#sign, this.#seen);
    const isKept = this.#shelf.write((kept) => withWork(kept, this.#work(seen)));
    if (isKept) {
      this.#seen = seen;
      this.#isNew = false;
    }
    return isKept;
  }

  /** How what other pages did stands to this. */
  elsewhere(): Elsewhere {
    const [other] = this.#others();
    if (!other) return 'none';
    return !this.#isNew && holds(other, this.#work(this.#seen)) ? 'later' : 'beside';
  }

  /** Where another page wrote over this without having seen it, it is kept once more. */
  mend(): void {
    const kept = this.#shelf.read();
    const mine = this.#work(this.#seen);
    const isHeld = [kept.work, ...(kept.aside ?? [])].some((it) => it && holds(it, mine));
    if (kept.work && !isHeld) this.#shelf.write((now) => withWork(now, mine));
  }

  /** Goes on with what another page did; what was done here is kept beside it. */
  take(): void {
    const [other] = this.#others();
    if (!other) return;
    this.save();
    if (this.elsewhere() === 'later') {
      this.#begin(other);
      return;
    }
    this.put(other);
  }

  /** Goes on with other work, from wherever; what was done here is kept beside it. */
  put({ log, drafts = {}, seen }: Partial<Work>): void {
    this.#sign = newSign();
    this.#seen = seen ?? {};
    this.#log = log;
    this.#drafts = drafts;
    this.did();
    this.save();
  }

  /** Lets go of what other pages did. */
  dropOthers(): void {
    this.#seen = seenTogether([this.#seen, ...this.#others().map(({ seen }) => seen)]);
    this.did();
    this.save();
  }

  /** Begins with nothing. */
  anew(): void {
    this.#log = undefined;
    this.#drafts = {};
    this.did();
    this.save();
  }

  /** Has nothing, as after erasing. */
  clear(): void {
    this.#begin(undefined);
    this.#sign = newSign();
  }

  #others(): readonly Work[] {
    return besides(this.#shelf.read(), this.#work(this.#seen));
  }

  /** Whether what is kept is what this page last saw, and there is something to keep. */
  #isUndisputed(): boolean {
    const { work } = this.#shelf.read();
    const isErased = work === undefined && Object.keys(this.#seen).length > 0;
    const isEmpty = this.#log === undefined && Object.keys(this.#drafts).length === 0;
    return !isErased && !isEmpty && covers(this.#seen, work?.seen ?? {});
  }

  #begin(work: Work | undefined): void {
    this.#log = work?.log;
    this.#drafts = work?.drafts ?? {};
    this.#seen = work?.seen ?? {};
    this.#isNew = false;
  }

  #work(seen: Work['seen']): Work {
    const [log, drafts] = [this.#log, this.#drafts];
    return { ...(log ? { log } : {}), ...(Object.keys(drafts).length > 0 ? { drafts } : {}), seen };
  }
}

/** Names a page among all pages that are open. */
export function newSign(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(5)), (byte) =>
    byte.toString(36).padStart(2, '0'),
  ).join('');
}
