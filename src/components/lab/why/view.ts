/** An answer to "why", as the page shows it: sentences in its language, first to last. */

export interface WhyView {
  /** `Pod web-0`. */
  readonly title: string;
  /** How it stands now, and what it waits for. */
  readonly now: readonly string[];
  readonly steps: readonly WhyStep[];
  /** Steps that were left out of the middle. */
  readonly leftOut: number;
}

export interface WhyStep {
  readonly atMs: number;
  /** The component that did or said it; '' for the learner. */
  readonly who: string;
  readonly text: string;
  /** The learner's command line. */
  readonly command?: string;
  readonly isWarning: boolean;
  /** The event that it tells of, which can be asked about. */
  readonly event?: SaidAbout;
}

/** An Event: what was said, `Reason: message`, and of whom. */
export interface SaidAbout {
  readonly said: string;
  /** The uid of the object; of any object if absent. */
  readonly of?: string;
}

/** What is asked about: a pod by its uid, an Event, a command that was refused by its number, anything by kind, namespace and name. */
export type WhyAbout =
  | { readonly uid: string }
  | SaidAbout
  | { readonly denied: number }
  | { readonly kind: string; readonly namespace: string; readonly name: string };
