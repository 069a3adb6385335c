/** What somebody changed, and what moved them to: the links of a chain that answers "why". */
import type { Status } from '../../../sim/index.ts';

export interface About {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  /** Of the object that manages it; '' for none. */
  readonly owner: string;
}

/** What there is to say of a change. */
export type What =
  | { readonly is: 'created' }
  /** Somebody asked for its end. */
  | { readonly is: 'ending' }
  | { readonly is: 'gone' }
  | { readonly is: 'scaled'; readonly from: number; readonly to: number }
  | { readonly is: 'image'; readonly container: string; readonly from: string; readonly to: string }
  | { readonly is: 'template' }
  | { readonly is: 'spec' }
  | { readonly is: 'bound'; readonly to: string }
  | { readonly is: 'ready' }
  | { readonly is: 'unready' }
  | { readonly is: 'ended'; readonly container: string; readonly exitCode: number; readonly reason: string }
  | { readonly is: 'restarted'; readonly container: string; readonly count: number }
  | { readonly is: 'phase'; readonly phase: string }
  | { readonly is: 'said'; readonly reason: string; readonly message: string };

export interface Fact {
  readonly atMs: number;
  /** The component that did it; '' for the learner. */
  readonly by: string;
  /** The learner's command line, where there was one. */
  readonly command?: string;
  readonly about: About;
  /** Empty where the change says nothing by itself, but moved somebody. */
  readonly what: readonly What[];
  /** What moved whoever did it. */
  readonly causes: readonly Fact[];
}

/** Something done to the world by hand, which no object tells of: a process ended, a network cut. */
export interface Deed {
  readonly atMs: number;
  readonly command: string;
}

/** An Event, as far as a chain needs it. */
export interface Said {
  readonly atMs: number;
  readonly by: string;
  readonly about: About;
  readonly isWarning: boolean;
  readonly reason: string;
  readonly message: string;
  /** What moved whoever said it. */
  readonly causes: readonly Fact[];
}

/** A request that the API server refused. */
export interface Denied {
  readonly atMs: number;
  readonly command: string;
  readonly status: Status;
}
