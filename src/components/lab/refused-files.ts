/** What was refused of the learner's files, in words, until the file is read or written anew. */
import type { ManifestListener } from '../../kubectl/index.ts';
import { HOME } from '../../shell/session.ts';
import type { Advice, HelpLanguage, Refusal, Status } from '../../sim/index.ts';
import type { HelpView, MarkView } from './frame.ts';
import type { UseWords } from './refused-words.ts';

const MARKS_MAX = 50;

type MarkedFile = readonly [path: string, marks: readonly MarkView[]];

export interface RefusedFilesOptions {
  readonly language: HelpLanguage;
  readonly useWords: UseWords;
  /** Gives the way to say something beside what the command of this moment prints. */
  beside(): (help: readonly HelpView[]) => void;
  /** Hears of what the API server refused. */
  denied(status: Status): void;
}

export class RefusedFiles implements ManifestListener {
  readonly #options: RefusedFilesOptions;
  readonly #marks = new Map<string, readonly MarkView[]>();
  readonly #changed = new Set<string>();
  /** How often a file was read or written: words that come late belong to what it was. */
  readonly #turns = new Map<string, number>();

  constructor(options: RefusedFilesOptions) {
    this.#options = options;
  }

  read(path: string): void {
    this.#clear(relative(path));
  }

  refused(refusal: Refusal): void {
    const { language, useWords, beside } = this.#options;
    const say = beside();
    const path = relative(refusal.path ?? '');
    const turn = this.#turns.get(path);
    useWords(({ viewsOf }) => {
      const views = viewsOf(refusal, language).slice(0, MARKS_MAX);
      say(views.flatMap((view) => helpOf(view, refusal.source)));
      if (this.#turns.get(path) !== turn) return;
      this.#set(path, [...(this.#marks.get(path) ?? []), ...views].slice(0, MARKS_MAX));
    });
  }

  misspelt(word: string): void {
    const { language, useWords, beside } = this.#options;
    const say = beside();
    useWords(({ onResource }) => {
      const advice = onResource(word, language);
      if (advice !== undefined) say([{ advice, place: '' }]);
    });
  }

  advised(advice: Advice): void {
    const { language, useWords, beside } = this.#options;
    const say = beside();
    useWords(({ inWords }) => say([{ advice: inWords(advice, language), place: '' }]));
  }

  denied(status: Status): void {
    this.#options.denied(status);
  }

  /** Another text stands there now: marks belong to the text that was refused. */
  wrote(path: string): void {
    this.#clear(path);
  }

  /** The files whose marks are others than when last asked. */
  changes(): readonly MarkedFile[] {
    const changed = [...this.#changed].map((path) => [path, this.#marks.get(path) ?? []] as const);
    this.#changed.clear();
    return changed;
  }

  #clear(path: string): void {
    this.#turns.set(path, (this.#turns.get(path) ?? 0) + 1);
    this.#set(path, []);
  }

  #set(path: string, marks: readonly MarkView[]): void {
    if (path === '' || (marks.length === 0 && !this.#marks.get(path)?.length)) return;
    this.#marks.set(path, marks);
    this.#changed.add(path);
  }
}

/** What the terminal says; nothing where only the API server has words. */
function helpOf({ advice, line, column }: MarkView, source: string): HelpView[] {
  return advice === undefined ? [] : [{ advice, place: `${source}:${line}:${column}` }];
}

/** In the home directory; '' for what is elsewhere. */
function relative(path: string): string {
  return path.startsWith(`${HOME}/`) ? path.slice(HOME.length + 1) : '';
}
