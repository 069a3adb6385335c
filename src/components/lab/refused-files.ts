/** What was refused of the learner's files, in words, until the file is read or written anew. */
import type { ManifestListener } from '../../kubectl/index.ts';
import { HOME } from '../../shell/session.ts';
import type { HelpLanguage, Mark, Refusal } from '../../sim/index.ts';
import { adviceText, marksOf, resourceAdvice } from '../../sim/index.ts';
import type { HelpView, MarkView } from './frame.ts';

const MARKS_MAX = 50;

type MarkedFile = readonly [path: string, marks: readonly MarkView[]];

export class RefusedFiles implements ManifestListener {
  readonly #language: HelpLanguage;
  readonly #say: (help: readonly HelpView[]) => void;
  readonly #marks = new Map<string, readonly MarkView[]>();
  readonly #changed = new Set<string>();

  /** `say` is told what there is to say beside a command's output. */
  constructor(language: HelpLanguage, say: (help: readonly HelpView[]) => void) {
    this.#language = language;
    this.#say = say;
  }

  read(path: string): void {
    this.#set(relative(path), []);
  }

  refused(refusal: Refusal): void {
    const marks = marksOf(refusal).slice(0, MARKS_MAX);
    const views = marks.map((mark) => viewOf(mark, refusal.text, this.#language));
    const path = relative(refusal.path ?? '');
    this.#set(path, [...(this.#marks.get(path) ?? []), ...views].slice(0, MARKS_MAX));
    this.#say(views.flatMap((view) => helpOf(view, refusal.source)));
  }

  misspelt(word: string): void {
    const advice = resourceAdvice(word);
    if (advice) this.#say([{ advice: adviceText(advice, this.#language), place: '' }]);
  }

  /** Another text stands there now: marks belong to the text that was refused. */
  wrote(path: string): void {
    this.#set(path, []);
  }

  /** The files whose marks are others than when last asked. */
  changes(): readonly MarkedFile[] {
    const changed = [...this.#changed].map((path) => [path, this.#marks.get(path) ?? []] as const);
    this.#changed.clear();
    return changed;
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

/** A mark of a file with that text, in words. */
export function viewOf(mark: Mark, text: string, language: HelpLanguage): MarkView {
  const { line, column, length, said, advice, instead } = mark;
  const lineText = text.split('\n')[line - 1] ?? '';
  return {
    line,
    column,
    marked: lineText.slice(column - 1, column - 1 + length),
    said,
    ...(advice ? { advice: adviceText(advice, language) } : {}),
    ...(instead === undefined ? {} : { instead }),
  };
}
