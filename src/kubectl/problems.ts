// What went wrong while a command worked through its objects, told at its end as kubectl tells it.
import type { Advice, Refusal, Status } from '../sim/index.ts';
import { describeInvalid } from '../sim/index.ts';

/** A refusal of the API server, or kubectl's own words without `error: ` before them. */
export type Problem = { readonly origin?: Origin } & (
  | /** `doing` is e.g. `error when creating "web.yaml"`. */
  { readonly status: Status; readonly doing?: string }
  | {
      readonly text: string;
      /** The refusal that the text tells of. */
      readonly because?: Status;
    }
);

/** Where the manifest stands that a problem is about. */
export type Origin = Omit<Refusal, 'said'>;

/** Who wants to know of what there is to say beside what is printed: of manifests, misspelt words, and objects. */
export interface ManifestListener {
  /** A file was read for its manifests. */
  read(path: string): void;
  refused(refusal: Refusal): void;
  /** A command names a kind of resource that there is not. */
  misspelt(word: string): void;
  /** There is advice on an object that a command shows. */
  advised(advice: Advice): void;
  /** The API server refused what a command asked. */
  denied(status: Status): void;
}

/** Tells of the API server's refusals, and of the problems whose manifests are known. */
export function tellOf(problems: readonly Problem[], listener: ManifestListener): void {
  for (const problem of problems) {
    const status = 'status' in problem ? problem.status : problem.because;
    if (status) listener.denied(status);
    if (problem.origin === undefined) continue;
    listener.refused({ ...problem.origin, said: 'status' in problem ? problem.status : problem.text });
  }
}

/** The text for stderr without the last newline: one problem with all it has to say, several a line each. */
export function problemsText(problems: readonly Problem[]): string {
  const [first, ...more] = problems;
  if (first === undefined) return '';
  return more.length === 0 ? problemText(first) : problems.map(shortText).join('\n');
}

/** One problem that stands alone. */
export function problemText(problem: Problem): string {
  if (!('status' in problem)) {
    return problem.text.startsWith('error: ') ? problem.text : `error: ${problem.text}`;
  }
  const { status } = problem;
  if (status.reason !== 'Invalid') return shortText(problem);
  const { kind = '', name = '', causes } = status.details ?? {};
  if (causes === undefined) return `The request is invalid: ${status.message}`;
  return describeInvalid(kind, name, causes);
}

/** One problem among others. */
function shortText(problem: Problem): string {
  if (!('status' in problem)) return problem.text;
  const { status, doing } = problem;
  const reason = status.reason === '' ? '' : ` (${status.reason})`;
  return `Error from server${reason}: ${doing ? `${doing}: ` : ''}${status.message}`;
}
