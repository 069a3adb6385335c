/** A label selector to type: what it catches lights up, and what it misses says why. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Selecting } from './selecting.ts';
import type { Lab } from './use-lab.ts';
import type { Words } from './words.ts';
import { fill } from './words.ts';

const PAUSE_MS = 150;

export interface Selected {
  readonly text: string;
  readonly selecting: Selecting | undefined;
  type(text: string): void;
}

/** Asks the cluster again whenever the selector or the picture changes. */
export function useSelector(lab: Lab): Selected {
  const [text, type] = useState('');
  const [selecting, setSelecting] = useState<Selecting>();
  const isAsked = text.trim() !== '' && lab.phase === 'live';
  useEffect(() => {
    if (!isAsked) {
      setSelecting(undefined);
      return undefined;
    }
    let isOver = false;
    const timer = setTimeout(async () => {
      const found = await (await lab.connection()).select(text);
      if (!isOver) setSelecting(found);
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isAsked, text, lab.picture]);
  return { text, selecting, type };
}

/** Why a pod is missed; undefined for one that is caught, or where no selector is typed. */
export function missedOf(uid: string, selecting: Selecting | undefined, words: Words): string | undefined {
  const miss = selecting?.missed.find((it) => it.uid === uid);
  if (!miss) return undefined;
  const { key, wanted, has } = miss;
  return has === undefined
    ? fill(words.missedNoLabel, { key, wanted })
    : fill(words.missedLabel, { key, wanted, has });
}

export function SelectorBox(props: { readonly selected: Selected; readonly words: Words }): JSX.Element {
  const { selected, words } = props;
  const { text, selecting, type } = selected;
  const all = (selecting?.caught.length ?? 0) + (selecting?.missed.length ?? 0);
  return (
    <label class="lab-selector">
      <span>{words.selector}</span>
      <input
        type="search"
        value={text}
        placeholder="app=nginx"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && type('')}
      />
      <output title={selecting?.problem} data-wrong={selecting?.problem !== undefined}>
        {selecting &&
          (selecting.problem === undefined ? (
            fill(words.caught, { count: selecting.caught.length, all })
          ) : (
            <>
              {words.selectorWrong}
              <span class="lab-selector-why">: {selecting.problem}</span>
            </>
          ))}
      </output>
    </label>
  );
}
