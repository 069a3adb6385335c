/** CodeMirror, set up for manifests. Loaded when an editor is first touched. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { forceLinting, linter, lintKeymap } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { Annotation, EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { adoptingRoot } from './adopting-root.ts';
import type { MarkWords } from './editor-marks.ts';
import { diagnosticsOf, marksExtension, refusedMarks, setMarks } from './editor-marks.ts';
import type { FieldHints } from './field-hints.ts';
import type { MarkView } from './frame.ts';
import { lateHints } from './late-hints.ts';

export interface CodeEditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  /** The editor's own phrases in the page's language, by their English. */
  readonly phrases: Readonly<Record<string, string>>;
  readonly words: MarkWords;
  onChange(text: string): void;
  /** Ctrl-Enter. */
  onApply(): void;
  problems(text: string): Promise<readonly MarkView[]>;
  readonly hints: FieldHints;
}

export interface CodeEditor {
  /** Shows another text, unless it is what stands there. */
  show(text: string): void;
  /** Marks what was refused, instead of what is marked now. */
  mark(marks: readonly MarkView[]): void;
  focus(): void;
  destroy(): void;
}

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], class: 'yaml-key' },
  { tag: [tags.string, tags.content], class: 'yaml-string' },
  { tag: [tags.number, tags.bool, tags.null], class: 'yaml-number' },
  { tag: [tags.comment, tags.lineComment], class: 'yaml-comment' },
  { tag: [tags.meta, tags.separator, tags.documentMeta], class: 'yaml-mark' },
]);

/** Marks a change that the learner did not type. */
const fromOutside = Annotation.define<boolean>();

export function createCodeEditor(options: CodeEditorOptions): CodeEditor {
  const view = new EditorView({
    parent: options.parent,
    root: adoptingRoot(),
    state: EditorState.create({ doc: options.text, extensions: extensionsOf(options) }),
  });
  return {
    show(text) {
      if (view.state.doc.toString() === text) return;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: fromOutside.of(true),
      });
    },
    mark(marks) {
      if (marks.length === 0 && view.state.field(refusedMarks).length === 0) return;
      view.dispatch({ effects: setMarks.of(marks) });
      const [first] = view.state.field(refusedMarks);
      if (first) view.dispatch({ effects: EditorView.scrollIntoView(first.from, { y: 'center' }) });
      forceLinting(view);
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

function extensionsOf(options: CodeEditorOptions): Extension[] {
  const { label, phrases, words, onChange, onApply, problems } = options;
  const check = async ({ state }: EditorView) =>
    diagnosticsOf(state, await problems(state.doc.toString()), words);
  const applied = (): true => {
    onApply();
    return true;
  };
  return [
    // Before the default keys, of which one would add a line. Tab is nobody's key: it leaves the editor.
    keymap.of([{ key: 'Mod-Enter', run: applied }, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    drawSelection(),
    history(),
    bracketMatching(),
    indentOnInput(),
    indentUnit.of('  '),
    EditorState.tabSize.of(2),
    EditorState.phrases.of(phrases),
    EditorView.contentAttributes.of({
      'aria-label': label,
      spellcheck: 'false',
      autocapitalize: 'off',
      tabindex: '0',
    }),
    yaml(),
    syntaxHighlighting(colours),
    marksExtension(words),
    lateHints(options.hints),
    linter(check, {
      delay: 400,
      needsRefresh: ({ startState, state }) => startState.field(refusedMarks) !== state.field(refusedMarks),
    }),
    EditorView.updateListener.of((update) => {
      const isTyped = update.docChanged && !update.transactions.some((it) => it.annotation(fromOutside));
      if (isTyped) onChange(update.state.doc.toString());
    }),
  ];
}
