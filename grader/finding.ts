// What a failed check has to say, as data: text/<locale>.ts turns it into sentences.

/** What was wanted or what was seen. Each is a sentence of text/<locale>.ts. Times are ms since the learner (or the experiment) began. */
export type Message =
  | {
      readonly id: 'objects-wanted';
      readonly resource: string;
      readonly which: string;
      readonly count: string;
      readonly fields: string;
      readonly when: WhenWord;
    }
  | { readonly id: 'cel-wanted'; readonly expression: string; readonly when: WhenWord }
  | { readonly id: 'order-wanted'; readonly first: Step; readonly next: Step }
  | { readonly id: 'prints-wanted'; readonly command: string; readonly text: string }
  | { readonly id: 'lacks-wanted'; readonly command: string; readonly text: string }
  | { readonly id: 'exit-wanted'; readonly command: string; readonly exitCode: number }
  | { readonly id: 'right-answer-wanted' }
  | { readonly id: 'none-there'; readonly resource: string; readonly which: string }
  | {
      readonly id: 'number-matched';
      readonly resource: string;
      readonly matched: number;
      readonly of: number;
      readonly names: string;
    }
  | {
      /** The best moment of a check that wants one moment. */
      readonly id: 'closest';
      readonly resource: string;
      readonly which: string;
      readonly matched: number;
      readonly of: number;
    }
  | {
      readonly id: 'field-differs';
      readonly object: string;
      readonly path: string;
      readonly wanted: string;
      readonly found: string;
      readonly matched: number;
      readonly of: number;
    }
  /** What an object has, where it is not told what it should have. */
  | { readonly id: 'field-is'; readonly object: string; readonly path: string; readonly found: string }
  | { readonly id: 'how-many'; readonly resource: string; readonly count: number }
  | { readonly id: 'is-there'; readonly object: string }
  | { readonly id: 'not-like-that'; readonly object: string }
  /** It was there at the beginning, and is gone: what has its name now is another. */
  | { readonly id: 'not-the-same'; readonly object: string }
  | { readonly id: 'does-not-hold' }
  | { readonly id: 'cannot-tell'; readonly problem: string }
  | { readonly id: 'held' }
  | { readonly id: 'window-never-opened'; readonly expression: string }
  | { readonly id: 'never-happened'; readonly step: Step }
  | { readonly id: 'happened-before'; readonly step: Step; readonly other: Step; readonly otherAtMs: number }
  | { readonly id: 'printed'; readonly text: string; readonly exitCode: number }
  | { readonly id: 'refused'; readonly command: string; readonly text: string }
  | { readonly id: 'no-answer' }
  | { readonly id: 'answered'; readonly answer: string };

export type WhenWord = 'end' | 'eventually' | 'always' | 'never';

/** `pods/web-0` and what became of it. */
export interface Step {
  readonly object: string;
  readonly is: string;
}

/** The event that explains what was seen. */
export interface Explanation {
  readonly reason: string;
  readonly message: string;
  /** `Pod/web-2`. */
  readonly object: string;
}

export interface Finding {
  readonly wanted: Message;
  readonly seen: Message;
  /** When it was seen. */
  readonly atMs?: number;
  readonly event?: Explanation;
}

const charsMax = 600;

/** A text from outside, short enough for a report; what is cut is marked. */
export function excerpt(text: string): string {
  const trimmed = text.trim();
  return trimmed.length <= charsMax ? trimmed : `${trimmed.slice(0, charsMax)} …`;
}
