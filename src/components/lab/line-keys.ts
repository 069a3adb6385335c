/** The keys that change a line as a terminal's do. */
import type { Line } from '../../shell/line/words.ts';
import {
  backWord,
  forwardWord,
  killToEnd,
  killToStart,
  killWordBack,
  killWordForward,
} from '../../shell/line/words.ts';

export interface Pressed {
  readonly key: string;
  /** The place on the keyboard: with Alt some keys write another letter. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

type Change = (line: Line) => Line;

const withCtrl: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['a', ({ text, at }) => ({ text, at: text.lastIndexOf('\n', at - 1) + 1 })],
  ['e', ({ text, at }) => ({ text, at: text.includes('\n', at) ? text.indexOf('\n', at) : text.length })],
  ['k', killToEnd],
  ['u', killToStart],
  ['w', killWordBack],
]);

const withAlt: ReadonlyMap<string, Change> = new Map([
  ['KeyB', backWord],
  ['KeyF', forwardWord],
  ['KeyD', killWordForward],
]);

/** What a key does to the line; undefined where it is not one of these. */
export function changeOf({ key, code, ctrlKey, altKey, metaKey }: Pressed): Change | undefined {
  if (metaKey || ctrlKey === altKey) return undefined;
  return ctrlKey ? withCtrl.get(key.toLowerCase()) : withAlt.get(code);
}
