/** What was refused, in the editor: the very place underlined, and below the text the API server's words with ours under them. */
import type { Diagnostic } from '@codemirror/lint';
import type { EditorState, Extension, Text, Transaction } from '@codemirror/state';
import { StateEffect, StateField } from '@codemirror/state';
import type { EditorView, Panel } from '@codemirror/view';
import { showPanel } from '@codemirror/view';
import type { MarkView } from './frame.ts';

export interface MarkWords {
  /** Names the panel. */
  readonly refused: string;
  readonly close: string;
  fix(text: string): string;
  goTo(line: number): string;
}

interface Placed {
  readonly from: number;
  readonly to: number;
  readonly view: MarkView;
}

export const setMarks = StateEffect.define<readonly MarkView[]>();

/** Marks go along with the text around them; one whose own text is changed has been seen to. */
export const refusedMarks = StateField.define<readonly Placed[]>({
  create: () => [],
  update: (marks, transaction) => {
    const set = transaction.effects.find((effect) => effect.is(setMarks));
    if (set) return placed(transaction.newDoc, set.value as readonly MarkView[]);
    return transaction.docChanged ? moved(marks, transaction) : marks;
  },
});

function moved(marks: readonly Placed[], { changes }: Transaction): readonly Placed[] {
  return marks
    .filter(({ from, to }) => changes.touchesRange(from, to) === false)
    .map(({ from, to, view }) => ({ from: changes.mapPos(from, 1), to: changes.mapPos(to, -1), view }));
}

/** Those whose text still stands where it stood. */
function placed(doc: Text, views: readonly MarkView[]): readonly Placed[] {
  return views.flatMap((view) => {
    const place = placeOf(doc, view);
    return place ? [{ ...place, view }] : [];
  });
}

function placeOf(
  doc: Text,
  { line, column, marked }: MarkView,
): { readonly from: number; readonly to: number } | undefined {
  if (line > doc.lines) return undefined;
  const from = doc.line(line).from + column - 1;
  const to = from + marked.length;
  return doc.sliceString(from, to) === marked ? { from, to } : undefined;
}

/** As CodeMirror's linter wants it. */
export function diagnosticOf({ from, to, view }: Placed, words: MarkWords): Diagnostic {
  const { said, advice, instead } = view;
  return {
    from,
    to,
    severity: 'error',
    message: advice === undefined ? said : `${said}\n${advice}`,
    renderMessage: () => textsOf(view),
    ...(instead === undefined
      ? {}
      : { actions: [{ name: words.fix(instead), apply: (it, a, b) => replace(it, a, b, instead) }] }),
  };
}

/** What is wrong while somebody types, where the document still is that text. */
export function diagnosticsOf(
  state: EditorState,
  found: readonly MarkView[],
  words: MarkWords,
): Diagnostic[] {
  const marks = state.field(refusedMarks);
  const fresh = placed(state.doc, found).filter(({ from }) => marks.every((mark) => mark.from !== from));
  return [...marks, ...fresh].sort((a, b) => a.from - b.from).map((it) => diagnosticOf(it, words));
}

function replace(view: EditorView, from: number, to: number, text: string): void {
  view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length } });
  view.focus();
}

/** The marks and the panel that lists them. */
export function marksExtension(words: MarkWords): Extension {
  const panel = (view: EditorView): Panel => refusedPanel(view, words);
  return [refusedMarks, showPanel.from(refusedMarks, (marks) => (marks.length === 0 ? null : panel))];
}

function refusedPanel(view: EditorView, words: MarkWords): Panel {
  const dom = element('section', 'lab-refused');
  dom.setAttribute('aria-label', words.refused);
  const draw = (marks: readonly Placed[]): void => {
    const list = element('ul');
    list.append(...marks.map((mark) => itemOf(view, mark, words)));
    const close = button('lab-quiet', '×', () => view.dispatch({ effects: setMarks.of([]) }));
    close.setAttribute('aria-label', words.close);
    dom.replaceChildren(list, close);
  };
  draw(view.state.field(refusedMarks));
  return {
    dom,
    update({ startState, state }) {
      const marks = state.field(refusedMarks);
      if (marks !== startState.field(refusedMarks)) draw(marks);
    },
  };
}

function itemOf(view: EditorView, { from, to, view: mark }: Placed, words: MarkWords): HTMLElement {
  const { number, from: start } = view.state.doc.lineAt(from);
  const item = element('li');
  const place = button('lab-refused-place', `${number}:${from - start + 1}`, () => {
    view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
    view.focus();
  });
  place.setAttribute('aria-label', words.goTo(number));
  item.append(place, textsOf(mark));
  const { instead } = mark;
  if (instead !== undefined) {
    item.append(button('lab-refused-fix', words.fix(instead), () => replace(view, from, to, instead)));
  }
  return item;
}

function textsOf({ said, advice }: MarkView): HTMLElement {
  const texts = element('div', 'lab-refused-texts');
  texts.append(element('p', 'lab-refused-said', said));
  if (advice !== undefined) texts.append(element('p', 'lab-refused-advice', advice));
  return texts;
}

function element(name: string, className = '', text = ''): HTMLElement {
  const it = document.createElement(name);
  it.className = className;
  it.textContent = text;
  return it;
}

function button(className: string, text: string, act: () => void): HTMLElement {
  const it = element('button', className, text);
  it.setAttribute('type', 'button');
  it.addEventListener('click', act);
  return it;
}
