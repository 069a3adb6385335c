// What help starts from and what it comes to. Nothing of this is ever part of what kubectl prints.
import type { Status } from '../apiserver/status.ts';
import type { Span } from '../manifest/parse-manifests.ts';
import type { Advice } from './advice.ts';

/** A manifest that was not taken. */
export interface Refusal {
  /** The file as the command names it; STDIN for standard input. */
  readonly source: string;
  /** Where that file is; undefined for standard input. */
  readonly path?: string;
  /** All that the file holds. */
  readonly text: string;
  /** Which of the file's documents it is; undefined where they could not be read at all. */
  readonly document?: number;
  /** Where in the document the object stands: '' but for what a List holds (`items[2]`). */
  readonly at: string;
  /** The API server's answer, or kubectl's own words. */
  readonly said: Status | string;
}

/** A place in a file that a refusal is about. */
export interface Mark extends Span {
  readonly source: string;
  /** What the API server, or kubectl, says of it. */
  readonly said: string;
  readonly advice?: Advice;
  /** What to write there instead, where that is the whole remedy. */
  readonly instead?: string;
}

/** A mark before anybody has looked where its field stands. */
export interface Point {
  /** Of the object, as the API server writes paths. */
  readonly path: string;
  readonly part: 'key' | 'value';
  readonly said: string;
  readonly advice?: Advice;
  readonly instead?: string;
}
