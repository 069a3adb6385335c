/** What page and worker say to each other. Both sides hold what arrives against this before they use it. */
import type { Completion } from '../../shell/line/complete.ts';
import type { Log } from '../../shell/log.ts';
import type { Frame, MarkView } from './frame.ts';
import type { HintReply, HintRequest } from './hints/protocol.ts';
import type { Selecting } from './selecting.ts';
import type { AnswerShown, ComparisonShown, ReportShown } from './shown.ts';
import type { WhyAbout, WhyView } from './why/view.ts';

/** An exercise's own files, by path relative to its folder: what the grader's core reads. */
export type FileList = readonly (readonly [path: string, text: string])[];

export interface OpenRequest {
  readonly do: 'open';
  readonly seed: string | number;
  readonly nodes: number;
  /** Files in the home directory. */
  readonly files: FileList;
  /** Images beyond those that there are everywhere, held against their form where they are made. */
  readonly images?: unknown;
  /** Commands that are run before the learner begins. */
  readonly startScript: string;
  /** Virtual time after the start script to come to rest. */
  readonly settleMs: number;
  readonly bounds?: { readonly moments: number; readonly objects: number };
  /** The page's language. */
  readonly locale?: string;
  /** What was done last time, to go on from there. */
  readonly log?: Log;
}

export type Request =
  | OpenRequest
  /** `isTyped`: at the prompt, which may be that of a program in the foreground. */
  | { readonly do: 'run'; readonly line: string; readonly isTyped?: boolean }
  | { readonly do: 'interrupt' }
  /** Ctrl-D. */
  | { readonly do: 'end' }
  /** Closes the editor that a command opened: with this text saved, or with nothing. */
  | { readonly do: 'close'; readonly text?: string }
  /** How fast time is to pass whenever it does. */
  | { readonly do: 'rate'; readonly rate: number }
  | { readonly do: 'write'; readonly path: string; readonly text: string }
  | { readonly do: 'play'; readonly rate: number }
  | { readonly do: 'pause' }
  | { readonly do: 'step' }
  | { readonly do: 'settle' }
  /** Says that the last frame is on the screen, and that the page is ready for another. */
  | { readonly do: 'shown' }
  /** Looks at another moment, in virtual ms since the start; a frame that says so comes back. */
  | { readonly do: 'seek'; readonly toMs: number }
  /** Brings back what was let go when something was done at an earlier moment. */
  | { readonly do: 'restore' }
  /** Asks for the log; `id` comes back with it. */
  | { readonly do: 'log'; readonly id: number }
  /** Asks whether a manifest can be read; `id` comes back with what cannot. */
  | { readonly do: 'check'; readonly id: number; readonly text: string }
  /** Tab: asks what the word before the cursor may become. */
  | { readonly do: 'complete'; readonly id: number; readonly line: string; readonly at: number }
  | HintRequest
  /** Asks why something is as it is; `id` comes back with the answer. */
  /** Asks which pods a selector catches; `id` comes back with the answer. */
  | { readonly do: 'select'; readonly id: number; readonly selector: string }
  | { readonly do: 'why'; readonly id: number; readonly about: WhyAbout }
  | {
      readonly do: 'grade';
      readonly id: number;
      readonly exercise: FileList;
      /** The text of a submission file, as exported. */
      readonly submission: string;
      readonly locale: string;
    }
  | {
      readonly do: 'compare';
      readonly id: number;
      readonly exercise: FileList;
      readonly submission: string;
      /** The files of a solution's folder. */
      readonly solution: FileList;
    }
  /** Plays what the grader played, up to the moment at which a check failed; a frame of another cluster comes back. */
  | {
      readonly do: 'watch';
      readonly exercise: FileList;
      readonly submission: string;
      readonly check: string;
      readonly seed: number;
      /** As in a finding; in the end if absent. */
      readonly atMs?: number;
    }
  | {
      readonly do: 'answer';
      readonly id: number;
      readonly exercise: FileList;
      readonly question: string;
      readonly answer: string | readonly string[];
    };

export type Reply =
  | { readonly is: 'ready'; readonly frame: Frame }
  | { readonly is: 'frame'; readonly frame: Frame }
  | { readonly is: 'log'; readonly id: number; readonly log: Log }
  | { readonly is: 'problems'; readonly id: number; readonly problems: readonly MarkView[] }
  | { readonly is: 'completed'; readonly id: number; readonly completion?: Completion }
  | HintReply
  | { readonly is: 'selected'; readonly id: number; readonly selecting: Selecting }
  /** No answer where there is no such thing. */
  | { readonly is: 'why'; readonly id: number; readonly answer?: WhyView }
  | { readonly is: 'report'; readonly id: number; readonly json: string; readonly shown: ReportShown }
  | { readonly is: 'compared'; readonly id: number; readonly comparison: ComparisonShown }
  | { readonly is: 'answered'; readonly id: number; readonly answered: AnswerShown }
  /** The request with this id came to nothing. */
  | { readonly is: 'refused'; readonly id: number; readonly message: string }
  /** The cluster stands still for good: a bound was reached, or something is wrong with us. */
  | { readonly is: 'stopped'; readonly message: string };
