/** What the editor asks the worker about a place in a manifest, and what it hears. */
import type { Completions } from './completions.ts';
import type { Description } from './description.ts';

export interface HintRequest {
  readonly do: 'hint';
  readonly id: number;
  readonly wants: 'completions' | 'description';
  readonly text: string;
  /** Where in the text, in UTF-16 units from 0. */
  readonly offset: number;
}

export interface HintReply {
  readonly is: 'hint';
  readonly id: number;
  /** Undefined where nothing is known of the place. */
  readonly completions?: Completions;
  readonly description?: Description;
}
