/** Holds what arrives in the worker against the protocol: sizes bounded, paths plain, numbers sane. */
import { Place } from '../keeping/place.ts';
import { DAYS_MAX_MS, readLog, readPath } from '../keeping/read-log.ts';
import type { HintRequest } from './hints/protocol.ts';
import type { FileList, Request } from './protocol.ts';
import type { WhyAbout } from './why/view.ts';

const TEXT_MAX = 1_000_000;
const FILES_MAX = 200;
const NODES_MAX = 100;

type Fields = Readonly<Record<string, unknown>>;

/** What the message asks for; throws an error that says what is wrong with it. */
export function readRequest(message: unknown): Request {
  const fields = fieldsOf(message, 'a request');
  switch (fields.do) {
    case 'open':
      return readOpen(fields);
    case 'run':
      return {
        do: 'run',
        line: textOf(fields.line, 'a command line'),
        ...(fields.isTyped === true ? { isTyped: true } : {}),
      };
    case 'close':
      return { do: 'close', ...textIn(fields) };
    case 'write':
      return { do: 'write', path: pathOf(fields.path), text: textOf(fields.text, 'a file') };
    case 'play':
      return { do: 'play', rate: numberOf(fields.rate, 'a rate', 0.1, 600) };
    case 'rate':
      return { do: 'rate', rate: numberOf(fields.rate, 'a rate', 0.1, 600) };
    case 'end':
    case 'interrupt':
    case 'pause':
    case 'step':
    case 'settle':
    case 'restore':
    case 'shown':
      return { do: fields.do };
    case 'seek':
      return { do: 'seek', toMs: numberOf(fields.toMs, 'a time', 0, DAYS_MAX_MS) };
    case 'log':
      return { do: 'log', id: idOf(fields) };
    case 'check':
      return { do: 'check', id: idOf(fields), text: textOf(fields.text, 'a manifest') };
    case 'complete':
      return {
        do: 'complete',
        id: idOf(fields),
        line: textOf(fields.line, 'a command line'),
        at: numberOf(fields.at, 'a place', 0, TEXT_MAX),
      };
    case 'hint':
      return readHint(fields);
    case 'select':
      return { do: 'select', id: idOf(fields), selector: textOf(fields.selector, 'a selector') };
    case 'why':
      return { do: 'why', id: idOf(fields), about: aboutOf(fields.about) };
    case 'grade':
    case 'compare':
    case 'watch':
    case 'answer':
      return readGrading(fields);
    default:
      throw new Error('a request asks for something unknown');
  }
}

/** What is asked of the grader. */
function readGrading(fields: Fields): Request {
  switch (fields.do) {
    case 'grade':
      return {
        do: 'grade',
        id: idOf(fields),
        exercise: filesOf(fields.exercise),
        submission: textOf(fields.submission, 'a submission'),
        locale: textOf(fields.locale, 'a language'),
      };
    case 'compare':
      return {
        do: 'compare',
        id: idOf(fields),
        exercise: filesOf(fields.exercise),
        submission: textOf(fields.submission, 'a submission'),
        solution: filesOf(fields.solution),
      };
    case 'watch':
      return {
        do: 'watch',
        exercise: filesOf(fields.exercise),
        submission: textOf(fields.submission, 'a submission'),
        check: textOf(fields.check, 'a check'),
        seed: numberOf(fields.seed, 'a seed'),
        ...(fields.atMs === undefined ? {} : { atMs: timeOf(fields.atMs) }),
      };
    case 'answer':
      return {
        do: 'answer',
        id: idOf(fields),
        exercise: filesOf(fields.exercise),
        question: textOf(fields.question, 'a question'),
        answer: answerOf(fields.answer),
      };
    default:
      throw new Error('a request asks for something unknown');
  }
}

function readOpen(fields: Fields): Request {
  return {
    do: 'open',
    seed: typeof fields.seed === 'string' ? textOf(fields.seed, 'a seed') : numberOf(fields.seed, 'a seed'),
    nodes: numberOf(fields.nodes, 'a number of nodes', 1, NODES_MAX),
    files: filesOf(fields.files),
    startScript: textOf(fields.startScript, 'a start script'),
    settleMs: numberOf(fields.settleMs, 'a time to settle', 0, DAYS_MAX_MS),
    ...(fields.images === undefined ? {} : { images: fields.images }),
    ...(fields.locale === undefined ? {} : { locale: textOf(fields.locale, 'a language') }),
    ...(fields.bounds === undefined ? {} : { bounds: boundsOf(fields.bounds) }),
    ...(fields.log === undefined ? {} : { log: readLog(new Place(fields.log, ['log'])) }),
  };
}

function aboutOf(value: unknown): WhyAbout {
  const { uid, kind, namespace, name, said, of, denied } = fieldsOf(value, 'what is asked about');
  if (uid !== undefined) return { uid: textOf(uid, 'a uid') };
  if (denied !== undefined) return { denied: numberOf(denied, 'a number of a command') };
  if (said !== undefined) {
    return { said: textOf(said, 'an event'), ...(of === undefined ? {} : { of: textOf(of, 'a uid') }) };
  }
  return {
    kind: textOf(kind, 'a kind'),
    namespace: textOf(namespace, 'a namespace'),
    name: textOf(name, 'a name'),
  };
}

function readHint(fields: Fields): HintRequest {
  return {
    do: 'hint',
    id: idOf(fields),
    wants: fields.wants === 'completions' ? 'completions' : 'description',
    text: textOf(fields.text, 'a manifest'),
    offset: numberOf(fields.offset, 'a place', 0, TEXT_MAX),
  };
}

/** The text of a file, where there is one. */
function textIn({ text }: Fields): { readonly text?: string } {
  return text === undefined ? {} : { text: textOf(text, 'a file') };
}

function filesOf(value: unknown): FileList {
  if (!Array.isArray(value) || value.length > FILES_MAX) throw new Error(`at most ${FILES_MAX} files`);
  return value.map((file: unknown) => {
    if (!Array.isArray(file)) throw new Error('a file is a path and a text');
    return [pathOf(file[0]), textOf(file[1], 'a file')] as const;
  });
}

function boundsOf(value: unknown): { readonly moments: number; readonly objects: number } {
  const { moments, objects } = fieldsOf(value, 'bounds');
  return { moments: numberOf(moments, 'a bound', 1), objects: numberOf(objects, 'a bound', 1) };
}

function answerOf(value: unknown): string | readonly string[] {
  if (!Array.isArray(value)) return textOf(value, 'an answer');
  return value.slice(0, 20).map((part) => textOf(part, 'an answer'));
}

function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${what} is not an object`);
  }
  return value as Fields;
}

function textOf(value: unknown, what: string): string {
  if (typeof value === 'string' && value.length <= TEXT_MAX) return value;
  throw new Error(`${what} is no text of at most ${TEXT_MAX} characters`);
}

function pathOf(value: unknown): string {
  return readPath(new Place(value, ['path']));
}

function numberOf(value: unknown, what: string, min = 0, max: number = Number.MAX_SAFE_INTEGER): number {
  if (typeof value === 'number' && value >= min && value <= max) return value;
  throw new Error(`${what} is no number from ${min} to ${max}`);
}

function timeOf(value: unknown): number {
  const ms = numberOf(value, 'a time', 0, DAYS_MAX_MS);
  if (Number.isInteger(ms)) return ms;
  throw new Error('a time is in whole milliseconds');
}

function idOf(fields: Fields): number {
  return numberOf(fields.id, 'an id');
}
