/** How a figure is taken on a machine that others use too: several times, and the middle one counts. */

export const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The median of several measurements, after one to warm up. */
export function median(measure: () => number, runs = 5): number {
  measure();
  return medianOf(Array.from({ length: runs }, measure));
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** How long a piece of work takes, in ms. */
export function wallMs(work: () => void): number {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}

/** What a piece of work takes of one core, in ms: other programs on the machine count little. */
export function coreMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
