/** Brings the field hints into the editor when somebody first types in it or moves the mouse over it. */
import type { Extension } from '@codemirror/state';
import { Compartment } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { FieldHints } from './field-hints.ts';

export function lateHints(hints: FieldHints): Extension {
  const place = new Compartment();
  let isAsked = false;
  /** Whether the last key, pressed while the hints were on their way, would have opened their list. */
  let isListWanted = false;
  const bring = async (view: EditorView): Promise<void> => {
    if (isAsked) return;
    isAsked = true;
    try {
      const { fieldHints, showList } = await import('./field-hints.ts');
      if (!view.dom.isConnected) return;
      view.dispatch({ effects: place.reconfigure(fieldHints(hints)) });
      if (isListWanted) showList(view);
    } catch {
      isAsked = false;
    }
  };
  const handlers = EditorView.domEventHandlers({
    keydown({ key, ctrlKey, altKey, metaKey }, view) {
      const isText = !ctrlKey && !altKey && !metaKey;
      isListWanted = isText ? /^\w$/.test(key) : ctrlKey && key === ' ';
      bring(view);
    },
    mousemove(_, view) {
      bring(view);
    },
  });
  return place.of(handlers);
}
