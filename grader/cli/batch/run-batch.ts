// Grades what was handed in: from kept results where there are any, else in the pool, a few submissions in hand at a time.
import { canonicalJson } from '../../canonical-json.ts';
import { grade } from '../../grade.ts';
import type { Report } from '../../report/report.ts';
import type { Prepared } from '../../rules/prepare-exercise.ts';
import type { SubmissionForm, Unreadable } from '../../submission.ts';
import type { Source } from '../intake/source.ts';
import { textOf } from '../intake/text-of.ts';
import type { Pool } from './pool.ts';
import type { Progress } from './progress.ts';
import type { ResultStore } from './result-store.ts';
import { resultKey } from './result-store.ts';

export interface BatchJob {
  readonly student: string;
  readonly exercise: string;
  readonly prepared: Prepared;
  readonly source: Source;
  /** What it is written in, or why it is not to be opened. */
  readonly form: SubmissionForm | Unreadable['id'];
}

/** Where the report of a job is: kept under a key, or at hand where it must not be kept. */
export type Finished = { readonly key: string } | { readonly report: Report };

export interface BatchOptions {
  readonly pool: Pool;
  readonly store: ResultStore;
  readonly engine: string;
  readonly progress: Progress;
  /** True: kept results are not looked at. */
  readonly isFresh: boolean;
  /** How many submissions are in hand at once. */
  readonly inHand: number;
  /** Asked before each submission. */
  readonly isStopped: () => boolean;
}

export interface BatchResult {
  /** By the order of the jobs; undefined for those that a stop left out. */
  readonly finished: readonly (Finished | undefined)[];
  readonly reused: number;
  readonly graded: number;
}

/** Grades every job. Throws where results cannot be kept. */
export async function runBatch(jobs: readonly BatchJob[], options: BatchOptions): Promise<BatchResult> {
  const batch = new Batch(options);
  const finished = new Array<Finished | undefined>(jobs.length);
  options.progress.start(jobs.length);
  let next = 0;
  const take = async (): Promise<void> => {
    while (next < jobs.length && !options.isStopped()) {
      const index = next++;
      finished[index] = await batch.run(jobs[index] as BatchJob);
    }
  };
  await Promise.all(Array.from({ length: options.inHand }, take));
  options.progress.end();
  return { finished, reused: batch.reused, graded: batch.graded };
}

class Batch {
  readonly #options: BatchOptions;
  /** What this run has graded or is at: the same bytes are graded once. */
  readonly #own = new Map<string, Promise<Finished>>();
  /** How many an earlier run had graded. */
  reused = 0;
  graded = 0;

  constructor(options: BatchOptions) {
    this.#options = options;
  }

  async run(job: BatchJob): Promise<Finished> {
    const why = await this.#textOf(job);
    if (typeof why !== 'string') return this.#refuse(job, why);
    const { store, engine, isFresh } = this.#options;
    const { exercise, seeds } = job.prepared;
    const form = job.form as SubmissionForm;
    const key = resultKey({ engine, exercise: exercise.hash, seeds, form, text: why });
    const own = this.#own.get(key);
    const kept = own || isFresh ? undefined : store.read(key);
    if (kept) {
      this.reused += 1;
      this.#tell(job, kept, true);
      return { key };
    }
    const finished = own ?? this.#grade(job, form, why, key);
    if (!own) this.#own.set(key, finished);
    const done = await finished;
    const report = 'report' in done ? done.report : store.read(key);
    if (report) this.#tell(job, report, own !== undefined);
    return done;
  }

  async #textOf({ source, form }: BatchJob): Promise<string | Unreadable> {
    const file = source.path.at(-1) ?? '';
    if (form !== 'yaml' && form !== 'sh' && form !== 'json') return { id: form, detail: file };
    const read = await source.read();
    if (!read.ok) return read.why;
    const decoded = textOf(read.bytes);
    return decoded.ok ? decoded.text : { id: 'not-text', detail: `byte ${decoded.badByte + 1}` };
  }

  #refuse(job: BatchJob, why: Unreadable): Finished {
    const { exercise, seeds } = job.prepared;
    const report = grade(exercise, { ok: false, why }, { seeds });
    this.#tell(job, report, false);
    return { report };
  }

  async #grade(job: BatchJob, form: SubmissionForm, text: string, key: string): Promise<Finished> {
    const { pool, store } = this.#options;
    const { exercise, seeds } = job.prepared;
    const outcome = await pool.grade({ exercise: exercise.definition.id, form, text });
    this.graded += 1;
    const json =
      outcome.is === 'graded'
        ? outcome.json
        : canonicalJson({
            ...grade(exercise, { ok: false, why: { id: 'not-readable', detail: '' } }, { seeds }),
            submission: { hash: `sha256:${key}` },
            reason: outcome.reason,
          });
    if (!outcome.isKept) return { report: JSON.parse(json) as Report };
    store.write(key, json);
    return { key };
  }

  #tell({ student }: BatchJob, report: Report, reused: boolean): void {
    const { exercise, outcome, points, of } = report;
    this.#options.progress.done({ student, exercise: exercise.id, outcome, points, of, reused });
  }
}
