/** The page's end of the line to the worker: requests out, frames in, answers matched to their questions. */
import type { Completion } from '../../shell/line/complete.ts';
import type { Log } from '../../shell/log.ts';
import type { Frame, MarkView } from './frame.ts';
import type { HintReply, HintRequest } from './hints/protocol.ts';
import type { OpenRequest, Reply, Request } from './protocol.ts';
import type { Selecting } from './selecting.ts';
import type { AnswerShown, ComparisonShown, ReportShown } from './shown.ts';
import type { WhyAbout, WhyView } from './why/view.ts';

export interface Listener {
  frame(frame: Frame): void;
  /** The cluster stands still for good. */
  stopped(message: string): void;
}

export interface Graded {
  /** The report's canonical JSON. */
  readonly json: string;
  readonly shown: ReportShown;
}

type Waiting = (reply: Reply) => void;

/** How long a page waits for a picture that does not come: one that nobody sees is not drawn. */
const PICTURE_MAX_MS = 250;

/**
 * Calls back when what was just handed over is on the screen, and then as much time again has passed: half of the page's time is the
 * reader's, however much there is to draw.
 */
function afterShowing(then: () => void): void {
  const beginMs = performance.now();
  let isOver = false;
  const rest = (): void => {
    if (isOver) return;
    isOver = true;
    setTimeout(then, Math.min(PICTURE_MAX_MS, performance.now() - beginMs));
  };
  // What was drawn is on the screen by the first task after the next picture.
  requestAnimationFrame(() => setTimeout(rest));
  setTimeout(rest, PICTURE_MAX_MS);
}

export class Connection {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  /** Rejects when there is nobody left to answer. */
  readonly #lost: Promise<never>;
  #ids = 0;

  constructor(listener: Listener) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'petset' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if (data.is === 'ready' || data.is === 'frame') {
        listener.frame(data.frame);
        afterShowing(() => this.send({ do: 'shown' }));
      } else if (data.is === 'stopped') listener.stopped(data.message);
      else this.#answer(data);
    });
    this.#lost = new Promise((_, reject) => {
      this.#worker.addEventListener('error', (event) => {
        const message = event.message || 'The simulator could not be loaded.';
        listener.stopped(message);
        reject(new Error(message));
      });
    });
    this.#lost.catch(() => {});
  }

  open(request: Omit<OpenRequest, 'do'>): void {
    this.send({ do: 'open', ...request });
  }

  send(request: Request): void {
    this.#worker.postMessage(request);
  }

  /** Rejects where the cluster has stopped. */
  async log(): Promise<Log> {
    const reply = await this.#need((id) => ({ do: 'log', id }));
    if (reply.is === 'log') return reply.log;
    throw new Error(reply.is === 'refused' ? reply.message : 'no log came back');
  }

  async check(text: string): Promise<readonly MarkView[]> {
    const reply = await this.#ask((id) => ({ do: 'check', id, text }));
    return reply.is === 'problems' ? reply.problems : [];
  }

  /** What Tab makes of a line; undefined where nothing fits. */
  async complete(line: string, at: number): Promise<Completion | undefined> {
    const reply = await this.#ask((id) => ({ do: 'complete', id, line, at }));
    return reply.is === 'completed' ? reply.completion : undefined;
  }

  /** What is known of a place in a manifest. */
  async hint(request: Omit<HintRequest, 'do' | 'id'>): Promise<HintReply | undefined> {
    const reply = await this.#ask((id) => ({ do: 'hint', id, ...request }));
    return reply.is === 'hint' ? reply : undefined;
  }

  /** Which pods a selector catches, and why it misses others. */
  async select(selector: string): Promise<Selecting> {
    const reply = await this.#ask((id) => ({ do: 'select', id, selector }));
    return reply.is === 'selected' ? reply.selecting : { caught: [], missed: [] };
  }

  /** Why something is as it is; undefined where there is no such thing. */
  async why(about: WhyAbout): Promise<WhyView | undefined> {
    const reply = await this.#ask((id) => ({ do: 'why', id, about }));
    return reply.is === 'why' ? reply.answer : undefined;
  }

  /** Grades the text of a submission; rejects with the grader's own words. */
  async grade(
    request: Pick<Extract<Request, { do: 'grade' }>, 'exercise' | 'submission' | 'locale'>,
  ): Promise<Graded> {
    const reply = await this.#need((id) => ({ do: 'grade', id, ...request }));
    if (reply.is === 'report') return reply;
    throw new Error(reply.is === 'refused' ? reply.message : 'no report came back');
  }

  /** Plays a submission and a solution, and says what came of both; rejects with what is wrong. */
  async compare(
    request: Pick<Extract<Request, { do: 'compare' }>, 'exercise' | 'submission' | 'solution'>,
  ): Promise<ComparisonShown> {
    const reply = await this.#need((id) => ({ do: 'compare', id, ...request }));
    if (reply.is === 'compared') return reply.comparison;
    throw new Error(reply.is === 'refused' ? reply.message : 'no comparison came back');
  }

  /** Holds an answer against the right one; rejects with what is wrong with us. */
  async answer(
    request: Pick<Extract<Request, { do: 'answer' }>, 'exercise' | 'question' | 'answer'>,
  ): Promise<AnswerShown> {
    const reply = await this.#need((id) => ({ do: 'answer', id, ...request }));
    if (reply.is === 'answered') return reply.answered;
    throw new Error(reply.is === 'refused' ? reply.message : 'no answer came back');
  }

  close(): void {
    this.#worker.terminate();
  }

  #ask(request: (id: number) => Request): Promise<Reply> {
    const id = this.#ids++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.send(request(id));
    });
  }

  /** As `#ask`, of what somebody waits for to see. */
  #need(request: (id: number) => Request): Promise<Reply> {
    return Promise.race([this.#ask(request), this.#lost]);
  }

  #answer(reply: Exclude<Reply, { is: 'ready' | 'frame' | 'stopped' }>): void {
    this.#waiting.get(reply.id)?.(reply);
    this.#waiting.delete(reply.id);
  }
}
