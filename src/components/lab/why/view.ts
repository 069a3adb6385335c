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
}

/** What is asked about: a pod by its uid, anything by kind, namespace and name. */
export type WhyAbout =
  | { readonly uid: string }
  | { readonly kind: string; readonly namespace: string; readonly name: string };
