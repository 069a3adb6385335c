/** What a page knows of its lab: nothing yet, or what the worker said last. */
import type { OpenFile } from '../../shell/desk.ts';
import type { ImageDefinition } from '../../sim/index.ts';
import type { Elsewhere } from '../keeping/own-work.ts';
import type { Fault } from '../keeping/shelf.ts';
import type { ClockView, Frame, MarkView, Picture } from './frame.ts';
import { pictureAtRest } from './frame.ts';
import type { FileList } from './protocol.ts';
import { withStory } from './timeline/chronicle.ts';
import type { Happening } from './timeline/story.ts';
import type { Entry } from './transcript.ts';
import { withNews } from './transcript.ts';

export interface LabSetup {
  readonly seed: number;
  readonly nodes: number;
  readonly files: FileList;
  /** Files that are only begun in the editor: they are not on the machine until they are saved. */
  readonly drafts?: readonly string[];
  /** Images beyond those that there are everywhere. */
  readonly images?: readonly ImageDefinition[];
  readonly startScript: string;
  readonly settleMs: number;
  readonly bounds?: { readonly moments: number; readonly objects: number };
}

export interface LabState {
  readonly phase: 'idle' | 'starting' | 'live' | 'stopped';
  readonly clock: ClockView;
  readonly picture: Picture;
  /** Everything that has happened so far, also where an earlier moment is looked at. */
  readonly story: readonly Happening[];
  readonly entries: readonly Entry[];
  readonly isBusy: boolean;
  /** True where a program in the foreground reads what is typed. */
  readonly isRead: boolean;
  /** The file that a command has opened for the learner, and waits for. */
  readonly editing: OpenFile | undefined;
  readonly queued: readonly string[];
  readonly cwd: string;
  /** Files by path, as they stand in the editor. */
  readonly files: ReadonlyMap<string, string>;
  /** What was refused of each file. */
  readonly marks: ReadonlyMap<string, readonly MarkView[]>;
  /** Why it stopped. */
  readonly trouble: string;
  /** True where the browser would not keep the work. */
  readonly isForgetful: boolean;
  /** What other pages made of the same thing. */
  readonly elsewhere: Elsewhere;
  /** Why what was kept of it cannot be read. */
  readonly fault?: Fault;
}

/** As fast as a real cluster: pods come one after another, and a watch shows it. */
export const FIRST_RATE = 1;

export function atRest({ nodes, files, drafts = [] }: LabSetup): LabState {
  return {
    phase: 'idle',
    clock: {
      elapsedMs: 0,
      nowMs: 0,
      isPlaying: false,
      isSettling: false,
      rate: FIRST_RATE,
      isNothingDue: false,
      isSettled: true,
      beginMs: 0,
      endMs: 0,
      ahead: 0,
      canRestore: false,
    },
    picture: pictureAtRest(nodes),
    story: [],
    entries: [],
    isBusy: false,
    isRead: false,
    editing: undefined,
    queued: [],
    cwd: '~',
    files: new Map([...drafts.map((path) => [path, ''] as const), ...files]),
    marks: new Map(),
    trouble: '',
    isForgetful: false,
    elsewhere: 'none',
  };
}

export function withFrame(before: LabState, frame: Frame, setup: LabSetup): LabState {
  const { terminal, picture, files, marks, story } = frame;
  const { entries, files: filesAtRest, marks: noMarks } = atRest(setup);
  const state = frame.isAnew ? { ...before, entries, files: filesAtRest, marks: noMarks } : before;
  return {
    ...state,
    phase: 'live',
    clock: frame.clock,
    ...(picture ? { picture } : {}),
    ...(story ? { story: withStory(state.story, story) } : {}),
    ...(terminal
      ? {
          entries: withNews(state.entries, terminal.news),
          isBusy: terminal.isBusy,
          isRead: terminal.isRead,
          editing: terminal.editing,
          queued: terminal.queued,
          cwd: terminal.cwd,
        }
      : {}),
    ...(files && files.length > 0 ? { files: new Map([...state.files, ...files]) } : {}),
    ...(marks ? { marks: new Map([...state.marks, ...marks]) } : {}),
  };
}
