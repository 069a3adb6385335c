/**
 * Where a time stands on the axis. Time in which nothing happens takes less room the longer it lasts, so that a rolling
 * update of seconds can still be read beside minutes of rest; the axis shows where it was shortened.
 */

/** A rest up to here is drawn as long as it is. */
const FULL_MS = 3_000;
/** By how much a rest of twice the length is drawn longer. */
const DOUBLE_MS = 1_000;

interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  /** Where it begins, and how long it is, in drawn ms. */
  readonly at: number;
  readonly length: number;
}

export interface Scale {
  /** How long the whole is drawn, in drawn ms. */
  readonly length: number;
  /** The part of the axis, 0 to 1, that lies before a time. */
  part(atMs: number): number;
  /** The time at a part of the axis. */
  timeAt(part: number): number;
  /** The rests that are drawn shorter than they were. */
  readonly shortened: readonly { readonly fromMs: number; readonly toMs: number }[];
}

/** `momentsMs`: when something happened, first to last. What lies outside of `fromMs` to `toMs` is at its ends. */
export function createScale(momentsMs: readonly number[], fromMs: number, toMs: number): Scale {
  const inside = momentsMs.filter((atMs) => atMs > fromMs && atMs < toMs);
  const stops = [fromMs, ...inside, Math.max(toMs, fromMs + 1)];
  const stretches: Stretch[] = [];
  let at = 0;
  for (const [index, stop] of stops.slice(1).entries()) {
    const from = stops[index] ?? fromMs;
    const length = drawn(stop - from);
    stretches.push({ fromMs: from, toMs: stop, at, length });
    at += length;
  }
  const whole = at;
  return {
    length: whole,
    part(atMs) {
      const stretch = found(stretches, (it) => it.toMs >= atMs);
      if (!stretch || atMs <= fromMs) return atMs <= fromMs ? 0 : 1;
      const within = (atMs - stretch.fromMs) / (stretch.toMs - stretch.fromMs);
      return (stretch.at + Math.min(1, within) * stretch.length) / whole;
    },
    timeAt(part) {
      const place = Math.max(0, Math.min(1, part)) * whole;
      const stretch = found(stretches, (it) => it.at + it.length >= place);
      if (!stretch) return toMs;
      return stretch.fromMs + ((place - stretch.at) / stretch.length) * (stretch.toMs - stretch.fromMs);
    },
    shortened: stretches.filter((it) => it.toMs - it.fromMs > 3 * FULL_MS),
  };
}

function drawn(ms: number): number {
  return ms <= FULL_MS ? ms : FULL_MS + DOUBLE_MS * Math.log2(ms / FULL_MS);
}

/** The first that fits, by halving: they stand in order. */
function found(stretches: readonly Stretch[], fits: (stretch: Stretch) => boolean): Stretch | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle];
    if (stretch && fits(stretch)) high = middle;
    else low = middle + 1;
  }
  return stretches[low];
}

const TICKS_MAX = 500;
const STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600];

/**
 * Times to write along the axis, at least `apart` (a part of it) from each other: round ones, and the ends of rests, after
 * which something happened.
 */
export function ticksOf(scale: Scale, fromMs: number, toMs: number, apart: number): readonly number[] {
  const stepMs = 1000 * (STEPS_S.find((it) => (it * 1000) / scale.length >= apart) ?? 3600);
  const first = Math.ceil(fromMs / stepMs);
  const count = Math.min(TICKS_MAX, Math.floor(toMs / stepMs) - first + 1);
  const round = Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * stepMs);
  const isInRest = (ms: number): boolean =>
    scale.shortened.some((it) => ms > it.fromMs && ms < it.toMs - 1000);
  const ends = scale.shortened.map((it) => Math.floor(it.toMs / 1000) * 1000);
  const candidates = [...new Set([...round.filter((ms) => !isInRest(ms)), ...ends])].sort((a, b) => a - b);
  const ticks: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const ms of candidates) {
    if (scale.part(ms) - last < apart) continue;
    ticks.push(ms);
    last = scale.part(ms);
  }
  return ticks;
}
