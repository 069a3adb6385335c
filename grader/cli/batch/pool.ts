// Threads that grade, one submission at a time each. A submission that uses too much ends its thread, never the batch.
import { Worker } from 'node:worker_threads';
import type { Reason } from '../../report/report.ts';
import type { ThreadAnswer, ThreadData, ThreadJob } from './thread-messages.ts';

export interface PoolLimits {
  /** Heap of one thread. */
  readonly memoryMb: number;
  /**
   * Processor time of one submission: the last resort, for virtual time and its moments are bounded first. Not wall time, which
   * would depend on what else the machine does.
   */
  readonly cpuSeconds: number;
}

export const defaultLimits: PoolLimits = { memoryMb: 768, cpuSeconds: 60 };

export type Outcome =
  | { readonly is: 'graded'; readonly json: string; readonly isKept: boolean }
  /** The thread did not live to answer. With more memory or time it might: that is never kept. */
  | { readonly is: 'broken'; readonly reason: Reason; readonly isKept: boolean };

interface Task {
  readonly job: ThreadJob;
  readonly answer: (outcome: Outcome) => void;
  /** How often a thread has died of it. */
  deaths: number;
}

interface Thread {
  readonly worker: Worker;
  task: Task | undefined;
  /** Processor time of the thread when it was first looked at with this task. */
  cpuSecondsBefore: number | undefined;
  isOverdue: boolean;
  /** True once its modules are loaded, which is no submission's fault. */
  isReady: boolean;
}

const lookEveryMs = 500;

export class Pool {
  readonly #data: ThreadData;
  readonly #limits: PoolLimits;
  readonly #threads = new Set<Thread>();
  readonly #waiting: Task[] = [];
  readonly #watch: NodeJS.Timeout;
  readonly #entry: URL;
  #nextId = 0;
  #isClosed = false;

  /** Starts that many threads at once. `entry` is what they run. */
  constructor(
    size: number,
    data: ThreadData,
    limits: PoolLimits = defaultLimits,
    entry = new URL('./thread.ts', import.meta.url),
  ) {
    this.#data = data;
    this.#entry = entry;
    this.#limits = limits;
    for (let index = 0; index < size; index++) this.#start();
    this.#watch = setInterval(() => this.#look(), lookEveryMs);
    this.#watch.unref();
  }

  /** Starts one more thread. */
  grow(): void {
    this.#start();
    this.#give();
  }

  /** Grades when a thread is free. Never rejects. */
  grade(job: Omit<ThreadJob, 'id'>): Promise<Outcome> {
    return new Promise((answer) => {
      this.#waiting.push({ job: { ...job, id: this.#nextId++ }, answer, deaths: 0 });
      this.#give();
    });
  }

  /** Ends the threads, whatever they are at. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#watch);
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
  }

  #start(task?: Task): void {
    const worker = new Worker(this.#entry, {
      workerData: this.#data,
      resourceLimits: {
        maxOldGenerationSizeMb: this.#limits.memoryMb,
        maxYoungGenerationSizeMb: 64,
        stackSizeMb: 4,
      },
      // What a library may print is no part of a report.
      stdout: true,
      stderr: true,
    });
    const thread: Thread = {
      worker,
      task: undefined,
      cpuSecondsBefore: undefined,
      isOverdue: false,
      isReady: false,
    };
    this.#threads.add(thread);
    let failure: Error | undefined;
    worker.on('message', (message: ThreadAnswer | { ready: true }) => {
      thread.isReady = true;
      if (!('id' in message)) return;
      const { task: done } = thread;
      thread.task = undefined;
      this.#give();
      done?.answer({ is: 'graded', json: message.json, isKept: message.isKept });
    });
    worker.on('error', (error: Error) => {
      failure = error;
    });
    worker.on('exit', () => this.#bury(thread, failure));
    if (task) this.#assign(thread, task);
  }

  #give(): void {
    for (const thread of this.#threads) {
      if (thread.task || this.#isClosed) continue;
      const task = this.#waiting.shift();
      if (!task) return;
      this.#assign(thread, task);
    }
  }

  #assign(thread: Thread, task: Task): void {
    thread.task = task;
    thread.cpuSecondsBefore = undefined;
    thread.worker.postMessage(task.job);
  }

  #bury(thread: Thread, failure: Error | undefined): void {
    this.#threads.delete(thread);
    if (this.#isClosed) return;
    const { task } = thread;
    const isMemory = (failure as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
    // Others before it may have filled the thread: in one of its own it uses its own memory alone.
    const isSecondChance = task !== undefined && isMemory && task.deaths === 0;
    if (isSecondChance) task.deaths += 1;
    if (!isSecondChance) task?.answer(this.#outcomeOf(thread, failure, isMemory));
    this.#start(isSecondChance ? task : undefined);
    this.#give();
  }

  #outcomeOf({ isOverdue }: Thread, failure: Error | undefined, isMemory: boolean): Outcome {
    const { memoryMb, cpuSeconds } = this.#limits;
    if (isOverdue) {
      return { is: 'broken', reason: { id: 'stopped', detail: `${cpuSeconds} s` }, isKept: false };
    }
    if (isMemory) {
      return { is: 'broken', reason: { id: 'out-of-memory', detail: `${memoryMb} MB` }, isKept: false };
    }
    const detail = (failure?.message ?? 'its thread ended').slice(0, 300);
    return { is: 'broken', reason: { id: 'ours', detail }, isKept: false };
  }

  /** Ends threads that have been at one submission for too long. */
  #look(): void {
    for (const thread of this.#threads) {
      const { task } = thread;
      if (!task || !thread.isReady) continue;
      thread.worker
        .cpuUsage()
        .then(({ user, system }) => {
          if (thread.task !== task) return;
          const usedSeconds = (user + system) / 1e6;
          // The thread has graded others before this one.
          thread.cpuSecondsBefore ??= usedSeconds;
          if (usedSeconds - thread.cpuSecondsBefore <= this.#limits.cpuSeconds) return;
          thread.isOverdue = true;
          return thread.worker.terminate();
        })
        // It has just ended by itself.
        .catch(() => undefined);
    }
  }
}
