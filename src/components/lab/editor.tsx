/** The manifests: a still picture until somebody comes to edit, then a real editor in the very same place. */
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CodeEditor } from './code-editor.ts';
import type { MarkView } from './frame.ts';
import { hintsFrom } from './hints/hints-from.ts';
import { markWords } from './mark-words.ts';
import type { Lab } from './use-lab.ts';
import type { Words } from './words.ts';
import { fill, named } from './words.ts';
import { spansOf } from './yaml-colours.ts';

interface Props {
  readonly lab: Lab;
  readonly words: Words;
  /** Names the parts of this lab apart from those of another on the page. */
  readonly id: string;
  /** The cluster's name among those of the page; '' where it needs none. */
  readonly title: string;
}

export function Editor({ lab, words, id, title }: Props): JSX.Element {
  const paths = [...lab.files.keys()];
  const [chosen, choose] = useState(paths[0] ?? '');
  // The real editor is a fifth of all there is to load, and who only reads and runs needs none.
  const [isSought, setSought] = useState(false);
  const seek = useCallback(() => setSought(true), []);
  const path = lab.files.has(chosen) ? chosen : (paths[0] ?? '');
  const apply = (): void => lab.run(`kubectl apply -f ${path}`);
  const onTabKey = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = paths[(paths.indexOf(path) + step + paths.length) % paths.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    choose(next);
    document.getElementById(tabId(id, next))?.focus();
  };
  return (
    <section class="lab-editor" aria-label={named(words.editor, title)}>
      <header class="lab-bar">
        <div class="lab-tabs" role="tablist" aria-label={words.files} onKeyDown={onTabKey}>
          {paths.map((it) => (
            <button
              key={it}
              type="button"
              role="tab"
              id={tabId(id, it)}
              aria-selected={it === path}
              aria-controls={`${id}-file`}
              tabIndex={it === path ? 0 : -1}
              onClick={() => choose(it)}
            >
              {it}
            </button>
          ))}
        </div>
        <button
          type="button"
          class="lab-apply"
          onClick={apply}
          title={fill(words.applyTitle, { file: path })}
        >
          {words.apply} <kbd>Ctrl ⏎</kbd>
        </button>
      </header>
      <div class="lab-file" id={`${id}-file`} role="tabpanel" aria-labelledby={tabId(id, path)}>
        <File
          key={path}
          path={path}
          lab={lab}
          words={words}
          title={title}
          apply={apply}
          isSought={isSought}
          seek={seek}
        />
      </div>
    </section>
  );
}

function tabId(id: string, path: string): string {
  return `${id}-tab-${path.replace(/[^\w-]/g, '-')}`;
}

interface FileProps {
  readonly path: string;
  readonly lab: Lab;
  readonly words: Words;
  readonly title: string;
  apply(): void;
  /** Whether somebody has come to edit, or has something to mend. */
  readonly isSought: boolean;
  seek(): void;
}

const NO_MARKS: readonly MarkView[] = [];

function File({ path, lab, words, title, apply, isSought, seek }: FileProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor | undefined>(undefined);
  const [isLive, setLive] = useState(false);
  const text = lab.files.get(path) ?? '';
  // The editor outlives renders; what it calls must be today's.
  const today = useRef({ lab, apply, text });
  today.current = { lab, apply, text };
  const marks = lab.marks.get(path) ?? NO_MARKS;
  useEffect(() => {
    if (marks.length > 0) seek();
  }, [marks, seek]);
  const isWanted = lab.phase !== 'idle' && isSought;
  useEffect(() => {
    if (!isWanted) return undefined;
    let isGone = false;
    import('./code-editor.ts').then(({ createCodeEditor }) => {
      if (isGone || !host.current) return;
      const hadFocus = host.current.contains(document.activeElement);
      editor.current = createCodeEditor({
        parent: host.current,
        text: today.current.text,
        label: named(fill(words.manifest, { file: path }), title),
        phrases: {},
        words: markWords(words),
        onChange: (next) => today.current.lab.edit(path, next),
        onApply: () => today.current.apply(),
        problems: async (typed) => (await today.current.lab.connection()).check(typed),
        hints: hintsFrom(() => today.current.lab.connection(), words),
      });
      setLive(true);
      if (hadFocus) editor.current.focus();
    });
    return () => {
      isGone = true;
      editor.current?.destroy();
      editor.current = undefined;
      setLive(false);
    };
  }, [isWanted, path, words]);
  useEffect(() => {
    if (isLive) editor.current?.mark(marks);
  }, [marks, isLive]);
  // The text is the editor's own. What it hears of its own typing comes a render late, and would undo newer typing:
  // only what others wrote goes in, and at once.
  const { watchFiles } = lab;
  useEffect(
    () =>
      watchFiles((changed, next) => {
        if (changed !== path) return;
        today.current.text = next;
        editor.current?.show(next);
      }),
    [watchFiles, path],
  );
  return (
    <div
      class="lab-code"
      ref={host}
      data-live={isLive}
      onPointerEnter={seek}
      onPointerDown={seek}
      onFocusCapture={seek}
    >
      {!isLive && <StillFile label={named(fill(words.manifest, { file: path }), title)} text={text} />}
    </div>
  );
}

function StillFile(props: { readonly label: string; readonly text: string }): JSX.Element {
  const lines = props.text.replace(/\n$/, '').split('\n');
  return (
    <section
      class="lab-still"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it becomes the editor when the keyboard comes to it
      tabIndex={0}
      aria-label={props.label}
    >
      <pre>
        <code>
          {lines.map((line, index) => (
            <span key={index} class="lab-still-line">
              {spansOf(line).map(({ text, is }, part) => (
                <span key={part} class={is === 'plain' ? undefined : `yaml-${is}`}>
                  {text}
                </span>
              ))}
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
    </section>
  );
}
