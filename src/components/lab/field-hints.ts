/** In the editor: what can be written at the cursor, and what the field under the mouse is. */
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import {
  autocompletion,
  closeCompletion,
  insertCompletionText,
  pickedCompletion,
  selectedCompletion,
  startCompletion,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { EditorState, Prec } from '@codemirror/state';
import type { EditorView, Rect, Tooltip } from '@codemirror/view';
import { hoverTooltip, keymap } from '@codemirror/view';
import './hints.css';
import type { Completions, Completion as Offer } from './hints/completions.ts';
import type { Description } from './hints/description.ts';

export interface FieldHintWords {
  /** Names the list of what can be written. */
  readonly completions: string;
  readonly required: string;
  readonly default: string;
  readonly values: string;
  /** Of fields that this cluster refuses, or does nothing about. */
  readonly refused: string;
  readonly withoutEffect: string;
}

export interface FieldHints {
  readonly words: FieldHintWords;
  completions(text: string, offset: number): Promise<Completions | undefined>;
  description(text: string, offset: number): Promise<Description | undefined>;
}

const BESIDE_MIN_PX = 240;
const BESIDE_MAX_PX = 416;

const WORD = /^[\w./-]*$/;

export function fieldHints(hints: FieldHints): Extension[] {
  return [
    EditorState.phrases.of({ Completions: hints.words.completions }),
    // Before the keys of the list itself.
    Prec.highest(keymap.of([{ key: 'Enter', run: leaveWritten }])),
    autocompletion({
      override: [(context) => complete(context, hints)],
      icons: false,
      positionInfo,
      optionClass: ({ type = '' }) => type,
    }),
    hoverTooltip((view, position) => describe(view, position, hints), { hoverTime: 400 }),
  ];
}

/** As Ctrl-Space does. */
export function showList(view: EditorView): void {
  startCompletion(view);
}

/** Beside the list, or where there is no room, below or above it. */
function positionInfo(_: EditorView, list: Rect, option: Rect, info: Rect, space: Rect): object {
  const right = space.right - list.right;
  if (right >= BESIDE_MIN_PX) {
    const style = `top: ${option.top - list.top}px; max-inline-size: ${Math.min(right, BESIDE_MAX_PX)}px`;
    return { style, class: 'cm-completionInfo-right' };
  }
  const height = info.bottom - info.top;
  const isBelow = space.bottom - list.bottom >= height || list.top - space.top < height;
  return { style: `${isBelow ? 'top' : 'bottom'}: 100%; inset-inline: 0; max-inline-size: none` };
}

async function complete(context: CompletionContext, hints: FieldHints): Promise<CompletionResult | null> {
  // Nothing comes up by itself until a word is begun.
  if (!context.explicit && context.matchBefore(/[\w./-]+/) === null) return null;
  const found = await hints.completions(context.state.doc.toString(), context.pos);
  if (found === undefined || context.aborted) return null;
  const options = found.options.map((offer, index) => optionOf(offer, index, hints.words));
  return { from: found.from, to: found.to, options, validFor: WORD };
}

interface Option extends Completion {
  readonly insert: string;
}

function optionOf(offer: Offer, index: number, words: FieldHintWords): Option {
  const { label, type, isRequired = false, text } = offer;
  const details = [...(type === undefined ? [] : [type]), ...(isRequired ? [words.required] : [])];
  return {
    label,
    insert: offer.insert,
    sortText: String(index).padStart(4, '0'),
    apply: (view, completion, from, to) => write(view, completion, offer, from, to),
    ...(isRequired ? { type: 'lab-required', boost: 1 } : {}),
    ...(details.length > 0 ? { detail: details.join(' · ') } : {}),
    ...(text === undefined ? {} : { info: text }),
  };
}

function write(view: EditorView, completion: Completion, { insert }: Offer, from: number, to: number): void {
  view.dispatch(
    { ...insertCompletionText(view.state, insert, from, to) },
    { annotations: pickedCompletion.of(completion) },
  );
  // What comes next may be known too: the fields below, the values behind the colon.
  if (/\s$/.test(insert)) startCompletion(view);
}

/** Enter behind a word that is written in full begins a new line, as it does without a list. */
function leaveWritten(view: EditorView): boolean {
  const { state } = view;
  const chosen = selectedCompletion(state) as Option | null;
  if (chosen === null) return false;
  const { head } = state.selection.main;
  const word = /[\w./-]*$/.exec(state.sliceDoc(Math.max(0, head - 200), head))?.[0];
  if (word === chosen.insert) closeCompletion(view);
  return false;
}

async function describe(view: EditorView, position: number, hints: FieldHints): Promise<Tooltip | null> {
  const found = await hints.description(view.state.doc.toString(), position);
  if (found === undefined) return null;
  const { from, to } = found;
  return { pos: from, end: to, above: true, create: () => ({ dom: cardOf(found, hints.words) }) };
}

function cardOf(description: Description, words: FieldHintWords): HTMLElement {
  const { path, type, isRequired, text, default: byDefault, values, here } = description;
  const card = document.createElement('div');
  card.className = 'lab-field';
  const head = part(card, 'p', 'lab-field-head');
  part(head, 'strong', 'lab-field-path', path);
  if (type !== undefined) part(head, 'code', 'lab-field-type', type);
  if (isRequired) part(head, 'span', 'lab-field-required', words.required);
  if (text !== undefined) part(card, 'p', 'lab-field-text', text);
  const facts = [
    ...(byDefault === undefined ? [] : [`${words.default}: ${byDefault}`]),
    ...(values === undefined ? [] : [`${words.values}: ${values.join(', ')}`]),
  ];
  if (facts.length > 0) part(card, 'p', 'lab-field-facts', facts.join(' · '));
  if (here !== undefined) part(card, 'p', 'lab-field-here', words[here]);
  return card;
}

function part(parent: HTMLElement, tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  parent.append(element);
  return element;
}
