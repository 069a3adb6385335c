/** The file that a command in the terminal has opened, as kubectl edit does: the command goes on when it is closed. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { OpenFile } from '../../shell/desk.ts';
import type { CodeEditor } from './code-editor.ts';
import { createCodeEditor } from './code-editor.ts';
import { hintsFrom } from './hints/hints-from.ts';
import { markWords } from './mark-words.ts';
import type { Lab } from './use-lab.ts';
import type { Words } from './words.ts';
import { fill } from './words.ts';

interface Props {
  readonly file: OpenFile;
  readonly lab: Lab;
  readonly words: Words;
}

export function OpenedFile({ file, lab, words }: Props): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const text = useRef(file.text);
  const today = useRef(lab);
  today.current = lab;
  const save = (): void => today.current.send({ do: 'close', text: text.current });
  const label = fill(words.openedBy, { file: file.path });
  useEffect(() => {
    if (!host.current) return undefined;
    const connection = () => today.current.connection();
    const editor: CodeEditor = createCodeEditor({
      parent: host.current,
      text: file.text,
      label,
      phrases: {},
      words: markWords(words),
      onChange: (next) => {
        text.current = next;
      },
      onApply: save,
      problems: async (typed) => (await connection()).check(typed),
      hints: hintsFrom(connection, words),
    });
    editor.focus();
    return () => editor.destroy();
  }, []);
  return (
    <section class="lab-editor lab-opened" aria-label={label}>
      <header class="lab-bar">
        <code class="lab-opened-name" title={label}>
          {file.path.replace(/^.*\//, '')}
        </code>
        <button type="button" class="lab-quiet" onClick={() => lab.send({ do: 'close' })}>
          {words.closeUnsaved}
        </button>
        <button type="button" class="lab-apply" onClick={save}>
          {words.saveAndClose} <kbd>Ctrl ⏎</kbd>
        </button>
      </header>
      <div class="lab-file">
        <div class="lab-code" ref={host} data-live="true" />
      </div>
    </section>
  );
}
