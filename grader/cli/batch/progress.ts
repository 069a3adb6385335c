// What is said while a class is graded: a bar on a terminal, or a line of JSON for every submission.

export interface DoneEvent {
  readonly student: string;
  readonly exercise: string;
  readonly outcome: 'graded' | 'error';
  readonly points: number;
  readonly of: number;
  /** True where an earlier run, or the same bytes before it, had the answer. */
  readonly reused: boolean;
}

export interface Progress {
  start(total: number): void;
  done(event: DoneEvent): void;
  end(): void;
}

export type ProgressKind = 'auto' | 'bar' | 'json' | 'none';

/** `auto` is a bar where somebody watches, and nothing where nobody does. */
export function createProgress(kind: ProgressKind, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (kind === 'json') return new JsonProgress(stream);
  if (kind === 'bar' || (kind === 'auto' && stream.isTTY === true)) return new BarProgress(stream);
  return { start: () => {}, done: () => {}, end: () => {} };
}

/** How much is done, how fast, and how long the rest will take. */
class Tally {
  readonly #beganMs = performance.now();
  readonly total: number;
  done = 0;
  reused = 0;
  errors = 0;

  constructor(total: number) {
    this.total = total;
  }

  add({ outcome, reused }: DoneEvent): void {
    this.done += 1;
    if (reused) this.reused += 1;
    if (outcome === 'error') this.errors += 1;
  }

  /** Submissions a second, of those that were graded now. */
  get rate(): number {
    const seconds = (performance.now() - this.#beganMs) / 1000;
    return seconds === 0 ? 0 : (this.done - this.reused) / seconds;
  }

  get secondsLeft(): number | undefined {
    return this.rate === 0 ? undefined : Math.ceil((this.total - this.done) / this.rate);
  }

  get seconds(): number {
    return (performance.now() - this.#beganMs) / 1000;
  }
}

class JsonProgress implements Progress {
  readonly #stream: NodeJS.WriteStream;
  #tally = new Tally(0);

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  start(total: number): void {
    this.#tally = new Tally(total);
    this.#say({ event: 'start', total });
  }

  done(event: DoneEvent): void {
    this.#tally.add(event);
    const { done, total, rate, secondsLeft } = this.#tally;
    const left = secondsLeft === undefined ? {} : { secondsLeft };
    this.#say({ event: 'done', ...event, done, total, rate: Math.round(rate * 10) / 10, ...left });
  }

  end(): void {
    const { done, total, reused, errors, seconds } = this.#tally;
    this.#say({ event: 'end', done, total, reused, errors, seconds: Math.round(seconds * 10) / 10 });
  }

  #say(line: object): void {
    this.#stream.write(`${JSON.stringify(line)}\n`);
  }
}

const barWidth = 24;
const paintEveryMs = 100;

class BarProgress implements Progress {
  readonly #stream: NodeJS.WriteStream;
  #tally = new Tally(0);
  #paintedAtMs = 0;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  start(total: number): void {
    this.#tally = new Tally(total);
    this.#paint();
  }

  done(event: DoneEvent): void {
    this.#tally.add(event);
    if (performance.now() - this.#paintedAtMs >= paintEveryMs) this.#paint();
  }

  end(): void {
    this.#stream.write('\r\u001b[2K');
  }

  #paint(): void {
    this.#paintedAtMs = performance.now();
    const line = barLine(this.#tally);
    this.#stream.write(
      `\r\u001b[2K${[...line].slice(0, Math.max(20, (this.#stream.columns ?? 80) - 1)).join('')}`,
    );
  }
}

/** `██████░░░░  312/1000  31%  33.1/s  21 s left  2 not gradable`. */
export function barLine(tally: {
  readonly done: number;
  readonly total: number;
  readonly rate: number;
  readonly secondsLeft: number | undefined;
  readonly errors: number;
}): string {
  const { done, total, rate, secondsLeft, errors } = tally;
  const share = total === 0 ? 1 : done / total;
  const full = Math.floor(share * barWidth);
  const parts = [
    '█'.repeat(full) + '░'.repeat(barWidth - full),
    `${done}/${total}`,
    `${Math.floor(share * 100)}%`,
    ...(rate > 0 ? [`${rate.toFixed(1)}/s`] : []),
    ...(secondsLeft === undefined || done === total ? [] : [`${durationText(secondsLeft)} left`]),
    ...(errors > 0 ? [`${errors} not gradable`] : []),
  ];
  return parts.join('  ');
}

/** `48 s`, `3 min`, `1 h 12 min`. */
export function durationText(seconds: number): string {
  if (seconds < 100) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
