/** The worker: owns the session and its log, lets time pass, and sends frames. Loaded when a lab is first touched. */

import type { Locale } from '../../../grader/locale.ts';
import { FALLBACK_LOCALE } from '../../../grader/locale.ts';
import type { Frame } from './frame.ts';
import { FrameGate } from './frame-gate.ts';
import { LateTexts } from './hints/late-texts.ts';
import { LiveSession, languageOf } from './live-session.ts';
import { problemsOf } from './manifest-problems.ts';
import type { Reply, Request } from './protocol.ts';
import type { RefusedWords, UseWords } from './refused-words.ts';
import { readRequest } from './requests.ts';
import { selectPods } from './selecting.ts';

const FRAME_MS = 33;
/** How much of a frame the simulation may take. */
const WORK_MS = 24;
/** After a sleep of the machine, time goes on where it stood. */
const GAP_MAX_MS = 250;

let live: LiveSession | undefined;
let language: Locale = FALLBACK_LOCALE;
const fieldTexts = new LateTexts();
let words: RefusedWords | undefined;
let queue: Promise<void> | undefined;
let timer: ReturnType<typeof setInterval> | undefined;
let lastMs = 0;

/** Requests that do something to the learner's cluster. */
const DEEDS: ReadonlySet<Request['do']> = new Set(['run', 'end', 'interrupt', 'write', 'close']);

function send(reply: Reply): void {
  postMessage(reply);
}

/** A frame that answers something does not wait for the page. */
function sendFrame(frame: Frame): void {
  gate.sent();
  send({ is: 'frame', frame });
}

const gate = new FrameGate(() => {
  if (live) send({ is: 'frame', frame: live.frame() });
});

function stop(error: unknown): void {
  live = undefined;
  clearInterval(timer);
  timer = undefined;
  send({ is: 'stopped', message: error instanceof Error ? error.message : String(error) });
}

function tick(): void {
  if (!live) return;
  const nowMs = performance.now();
  try {
    live.tick(Math.min(GAP_MAX_MS, nowMs - lastMs), () => performance.now() - nowMs > WORK_MS);
    gate.offer();
  } catch (error) {
    stop(error);
    return;
  }
  lastMs = nowMs;
  setTimer();
}

/** Ticks while time passes, and only then. */
function setTimer(): void {
  const isRunning = live?.isRunning === true;
  if (isRunning && timer === undefined) {
    lastMs = performance.now();
    timer = setInterval(tick, FRAME_MS);
  } else if (!isRunning) {
    clearInterval(timer);
    timer = undefined;
  }
}

/** Requests are done in the order in which they come, also where one has to wait for what it needs. */
function receive(request: Request): void {
  if (queue === undefined && !fieldTexts.isMissingFor(request)) {
    handle(request);
    return;
  }
  const mine = (queue ?? fieldTexts.load()).then(() => handle(request)).catch(stop);
  queue = mine;
  mine.then(() => {
    if (queue === mine) queue = undefined;
  });
}

function handle(request: Request): void {
  if (request.do === 'open') {
    language = languageOf(request);
    live = new LiveSession(request, fieldTexts, useWords);
    gate.sent();
    send({ is: 'ready', frame: live.firstFrame() });
    return;
  }
  if (request.do === 'shown') {
    gate.shown();
    return;
  }
  if (request.do === 'check') {
    check(request);
    return;
  }
  if (request.do === 'hint') {
    hint(request);
    return;
  }
  if (request.do === 'grade' || request.do === 'answer' || request.do === 'compare') {
    grade(request);
    return;
  }
  if (request.do === 'watch') {
    watch(request);
    return;
  }
  if (request.do === 'why') {
    why(request);
    return;
  }
  if (!live) {
    if (request.do === 'log') send({ is: 'refused', id: request.id, message: 'The cluster has stopped.' });
    return;
  }
  if (request.do === 'select') {
    send({ is: 'selected', id: request.id, selecting: selectPods(live.cluster, request.selector) });
    return;
  }
  if (request.do === 'seek' || request.do === 'restore') {
    look(live, request);
    return;
  }
  if (request.do === 'log') {
    send({ is: 'log', id: request.id, log: live.log() });
    return;
  }
  if (request.do === 'complete') {
    const completion = live.complete(request.line, request.at);
    send({ is: 'completed', id: request.id, ...(completion ? { completion } : {}) });
    return;
  }
  const isDeed = DEEDS.has(request.do);
  if (isDeed && live.isWatching) {
    // What is done while somebody else's doings are looked at is done to the learner's own cluster.
    live = live.restored() ?? live;
    sendFrame({ ...live.firstFrame(), isAnew: true });
  }
  act(live, request);
  setTimer();
  sendFrame(live.frame());
}

/** Another moment: the session goes on, or another takes its place. */
function look(session: LiveSession, request: Extract<Request, { do: 'seek' | 'restore' }>): void {
  const other = request.do === 'seek' ? session.at(request.toMs) : session.restored();
  const frame =
    other === undefined || other === session ? session.frame() : { ...other.firstFrame(), isAnew: true };
  live = other ?? session;
  setTimer();
  sendFrame({ ...frame, isSought: true });
}

async function loadWords(): Promise<RefusedWords> {
  words ??= (await import('./refused-words.ts')).refusedWords;
  return words;
}

/** What comes late is news of its own. Without it the terminal has the API server's words. */
const useWords: UseWords = (say) => {
  if (words) {
    say(words);
    return;
  }
  loadWords().then(
    (late) => {
      say(late);
      if (live) sendFrame(live.frame());
    },
    () => {},
  );
};

/** Without words, as when the line is down, nothing is marked. */
async function check({ id, text }: Extract<Request, { do: 'check' }>): Promise<void> {
  const problems = await problemsOf(text, language, loadWords).catch(() => []);
  send({ is: 'problems', id, problems });
}

function act(
  session: LiveSession,
  request: Exclude<
    Request,
    {
      do:
        | 'open'
        | 'shown'
        | 'check'
        | 'complete'
        | 'hint'
        | 'why'
        | 'select'
        | 'grade'
        | 'answer'
        | 'compare'
        | 'watch'
        | 'log'
        | 'seek'
        | 'restore';
    }
  >,
): void {
  switch (request.do) {
    case 'run':
      session.run(request.line, request.isTyped);
      break;
    case 'close':
      session.closeEditor(request.text);
      break;
    case 'write':
      session.write(request.path, request.text);
      break;
    case 'play':
      session.play(request.rate);
      break;
    case 'rate':
      session.setRate(request.rate);
      break;
    case 'end':
    case 'interrupt':
    case 'pause':
    case 'step':
    case 'settle':
      session[request.do]();
      break;
  }
}

/** What is known of fields comes when it is first asked for. Without a hint the editor goes on. */
async function hint(request: Extract<Request, { do: 'hint' }>): Promise<void> {
  const { id } = request;
  try {
    const { answerHint } = await import('./hints/answer-hint.ts');
    send(await answerHint(request, language));
  } catch {
    send({ is: 'hint', id });
  }
}

/** The sentences come when the first question does. */
async function why({ id, about }: Extract<Request, { do: 'why' }>): Promise<void> {
  try {
    const { answerWhy } = await import('./why/answer-why.ts');
    const answer = live && answerWhy(live.cluster, live.facts, about, language);
    send({ is: 'why', id, ...(answer ? { answer } : {}) });
  } catch {
    send({ is: 'why', id });
  }
}

/** The grader comes when it is first asked for. */
async function grade(request: Extract<Request, { do: 'grade' | 'answer' | 'compare' }>): Promise<void> {
  const { id } = request;
  try {
    const { gradeInPage, answerInPage, compareInPage } = await import('./grading.ts');
    if (request.do === 'grade') send({ is: 'report', id, ...gradeInPage(request) });
    else if (request.do === 'answer') send({ is: 'answered', id, answered: answerInPage(request) });
    else send({ is: 'compared', id, comparison: compareInPage(request) });
  } catch (error) {
    send({ is: 'refused', id, message: error instanceof Error ? error.message : String(error) });
  }
}

/** The learner's own cluster is let go, and can be brought back. */
async function watch(request: Extract<Request, { do: 'watch' }>): Promise<void> {
  if (!live) return;
  try {
    const { failureInPage } = await import('./grading.ts');
    const { entries, countsFrom, seed } = failureInPage(request);
    live = live.watching({ seed, entries }, request.atMs, countsFrom);
    setTimer();
    sendFrame({ ...live.firstFrame(), isAnew: true, isSought: true });
  } catch (error) {
    stop(error);
  }
}

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  try {
    receive(readRequest(data));
  } catch (error) {
    stop(error);
  }
});
