// How much a machine has computed of late: spells of work, each with the processor time that it took.

/** How far back a figure of use looks. */
export const cpuWindowMs = 10_000;

interface Spell {
  readonly fromMs: number;
  readonly untilMs: number;
  cpuMs: number;
}

export class CpuMeter {
  #spells: Spell[] = [];
  /** How many at the start of #spells are too old to count. */
  #dropped = 0;

  /** Takes note of work that took `cpuMs` of one core, evenly from one time until another (the same: at that instant). */
  add(fromMs: number, untilMs: number, cpuMs: number): void {
    const last = this.#spells.at(-1);
    if (last?.fromMs === fromMs && last.untilMs === untilMs) {
      last.cpuMs += cpuMs;
      return;
    }
    this.#spells.push({ fromMs, untilMs, cpuMs });
    this.#drop(untilMs - cpuWindowMs);
  }

  /** The processor time, in ms of one core, after one time until another; not further back than the window. */
  between(fromMs: number, untilMs: number): number {
    let sum = 0;
    for (let i = this.#dropped; i < this.#spells.length; i++) {
      sum += share(this.#spells[i] as Spell, fromMs, untilMs);
    }
    return sum;
  }

  #drop(beforeMs: number): void {
    while ((this.#spells[this.#dropped]?.untilMs ?? beforeMs) < beforeMs) this.#dropped += 1;
    if (this.#dropped < 1000) return;
    this.#spells = this.#spells.slice(this.#dropped);
    this.#dropped = 0;
  }
}

function share(spell: Spell, fromMs: number, untilMs: number): number {
  if (spell.fromMs === spell.untilMs) {
    return spell.fromMs > fromMs && spell.fromMs <= untilMs ? spell.cpuMs : 0;
  }
  const overlapMs = Math.min(spell.untilMs, untilMs) - Math.max(spell.fromMs, fromMs);
  return overlapMs <= 0 ? 0 : (spell.cpuMs * overlapMs) / (spell.untilMs - spell.fromMs);
}
