/** The terminal: a log that grows and a line to type on. */
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HelpView } from './frame.ts';
import type { History } from './history.ts';
import { moved, NO_HISTORY, withLine } from './history.ts';
import { LineNotes } from './line-notes.tsx';
import type { Entry } from './transcript.ts';
import { promptOf } from './transcript.ts';
import type { Lab } from './use-lab.ts';
import { useLineEditing } from './use-line-editing.ts';
import type { WhyAbout } from './why/view.ts';
import type { Words } from './words.ts';
import { named } from './words.ts';

interface TerminalProps extends Props {
  /** Takes the reader back to the text that ran something here. */
  readonly back: (() => void) | undefined;
  /** The cluster's name among those of the page; '' where it needs none. */
  readonly title: string;
  /** Asks why something was refused. */
  choose(about: WhyAbout): void;
}

interface Props {
  readonly lab: Lab;
  readonly words: Words;
}

export function Terminal({ lab, words, back, title, choose }: TerminalProps): JSX.Element {
  const log = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const isAtEnd = useRef(true);
  /** Entries before this one were cleared away. */
  const [clearedTo, clearTo] = useState(-1);
  const entries = lab.entries.filter(({ id }) => id > clearedTo);
  useLayoutEffect(() => {
    if (log.current && isAtEnd.current) log.current.scrollTop = log.current.scrollHeight;
  }, [lab.entries, lab.isBusy, lab.queued]);
  // A cluster that begins again numbers its commands again.
  useEffect(() => {
    if (lab.entries.length === 0) clearTo(-1);
  }, [lab.entries.length]);
  const clear = (): void => {
    clearTo(lab.entries.at(-1)?.id ?? clearedTo);
    input.current?.focus();
  };
  return (
    <section class="lab-terminal" aria-label={named(words.terminal, title)}>
      <header class="lab-bar">
        <span class="lab-bar-title">{words.terminal}</span>
        {lab.clock.elapsedMs < lab.clock.endMs ? (
          <span class="lab-running">{words.lookingBack}</span>
        ) : (
          lab.isBusy && <span class="lab-running">{stateOf(lab, words)}</span>
        )}
        {lab.isRead && (
          <button type="button" class="lab-quiet" onClick={() => lab.send({ do: 'end' })}>
            {words.endInput} <kbd>Ctrl D</kbd>
          </button>
        )}
        {lab.isBusy && (
          <button type="button" class="lab-quiet" onClick={() => lab.send({ do: 'interrupt' })}>
            {words.interrupt} <kbd>Ctrl C</kbd>
          </button>
        )}
        {!lab.isBusy && entries.length > 0 && (
          <button type="button" class="lab-quiet" onClick={clear}>
            {words.clear} <kbd>Ctrl L</kbd>
          </button>
        )}
      </header>
      <div
        class="lab-log"
        ref={log}
        role="log"
        aria-label={words.output}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={({ currentTarget: it }) => {
          isAtEnd.current = it.scrollHeight - it.scrollTop - it.clientHeight < 24;
        }}
      >
        {entries.length === 0 && <p class="lab-hint">{words.terminalHint}</p>}
        {entries.map((entry) => (
          <Execution key={entry.id} entry={entry} words={words} choose={choose} />
        ))}
        {lab.queued.map((line, index) => (
          <p key={index} class="lab-line lab-queued">
            <Prompt />
            {line}
          </p>
        ))}
      </div>
      <Prompting lab={lab} words={words} input={input} clear={clear} />
      {back && (
        <button type="button" class="lab-back" onClick={back}>
          <span aria-hidden="true">↑ </span>
          {words.backToText}
        </button>
      )}
    </section>
  );
}

/** What a command in the foreground does. */
function stateOf(lab: Lab, words: Words): string {
  if (lab.editing) return words.waitsForEditor;
  if (lab.isRead) return words.reads;
  return lab.clock.isPlaying || lab.clock.isSettling ? words.running : words.timeStands;
}

function Prompt(): JSX.Element {
  return (
    <span class="lab-prompt" aria-hidden="true">
      ${' '}
    </span>
  );
}

function Execution(props: {
  readonly entry: Entry;
  readonly words: Words;
  choose(about: WhyAbout): void;
}): JSX.Element {
  const { entry, words, choose } = props;
  return (
    <div class="lab-entry">
      <p class="lab-line">
        <Prompt />
        {entry.line}
      </p>
      {entry.isCut && <p class="lab-hint">{words.cut}</p>}
      {entry.output.length > 0 && (
        <pre>
          {entry.output.map(({ stream, text }, index) => (
            <span key={index} class={stream === 'stdout' ? undefined : `lab-${stream}`}>
              {text}
            </span>
          ))}
        </pre>
      )}
      {entry.isDenied && (
        <button type="button" class="lab-quiet lab-ask" onClick={() => choose({ denied: entry.id })}>
          {words.ask}
          <span class="sr-only"> {entry.line}</span>
        </button>
      )}
      {entry.help && entry.help.length > 0 && <Help help={entry.help} words={words} />}
    </div>
  );
}

/** Ours, and looking like it: never a part of what the command prints. */
function Help({ help, words }: { readonly help: readonly HelpView[]; readonly words: Words }): JSX.Element {
  return (
    <aside class="lab-help" aria-label={words.help}>
      <ul>
        {help.map(({ place, advice }, index) => (
          <li key={index}>
            {place !== '' && <span class="lab-help-place">{place} </span>}
            {advice}
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** Of the program that reads, or of the shell. */
function promptFor({ isRead, entries, cwd }: Lab): string {
  if (isRead) return promptOf(entries) || '›';
  return cwd === '~' ? '$' : `${cwd} $`;
}

interface PromptingProps extends Props {
  readonly input: { readonly current: HTMLTextAreaElement | null };
  clear(): void;
}

function Prompting({ lab, words, input, clear }: PromptingProps): JSX.Element {
  const [typed, setTyped] = useState('');
  const [history, setHistory] = useState<History>(NO_HISTORY);
  const editing = useLineEditing({
    lines: history.lines,
    typed,
    setTyped,
    complete: async (line, at) => (await lab.connection()).complete(line, at),
  });
  const enter = (): void => {
    const line = lab.isRead ? typed : typed.trim();
    setTyped('');
    if (line !== '') setHistory((it) => withLine(it, line));
    if (lab.isRead) lab.run(line, true);
    else if (line === 'clear') clear();
    else if (line !== '') lab.run(line, true);
  };
  const recall = (by: -1 | 1): void => {
    const [next, text] = moved(history, by, typed);
    setHistory(next);
    setTyped(text);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>): void => {
    const { key, ctrlKey, shiftKey, currentTarget: it, isComposing } = event;
    // Enter that ends the composing of a Korean syllable is not Enter.
    if (isComposing || editing.press(event)) return;
    const isOnFirstLine = !typed.slice(0, it.selectionStart).includes('\n');
    const isOnLastLine = !typed.slice(it.selectionEnd).includes('\n');
    const act =
      (key === 'Enter' && !shiftKey && enter) ||
      (key === 'ArrowUp' && isOnFirstLine && (() => recall(-1))) ||
      (key === 'ArrowDown' && isOnLastLine && (() => recall(1))) ||
      (ctrlKey && key === 'l' && clear) ||
      (ctrlKey && key === 'd' && lab.isRead && typed === '' && (() => lab.send({ do: 'end' }))) ||
      (ctrlKey &&
        key === 'c' &&
        it.selectionStart === it.selectionEnd &&
        (() => (lab.isBusy || lab.queued.length > 0 ? lab.send({ do: 'interrupt' }) : setTyped(''))));
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <form
      class="lab-entering"
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <LineNotes {...editing} />
      <span class="lab-prompt" aria-hidden="true">
        {promptFor(lab)}
      </span>
      <textarea
        ref={input}
        rows={Math.min(6, typed.split('\n').length)}
        value={typed}
        aria-label={words.commandLine}
        placeholder={lab.entries.length === 0 ? 'kubectl get nodes' : ''}
        autocomplete="off"
        autocapitalize="off"
        autocorrect="off"
        spellcheck={false}
        enterkeyhint="send"
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" class="lab-enter">
        {words.enter}
      </button>
    </form>
  );
}
