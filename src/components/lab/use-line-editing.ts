/** A terminal's keys on the line being typed: moving and killing by words, Ctrl-R through the history, Tab. */
import type { TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Completion } from '../../shell/line/complete.ts';
import type { HistorySearch } from '../../shell/line/history-search.ts';
import { searchBack, searchOn } from '../../shell/line/history-search.ts';
import type { Line } from '../../shell/line/words.ts';
import { changeOf } from './line-keys.ts';

interface Editing {
  readonly lines: readonly string[];
  readonly typed: string;
  setTyped(text: string): void;
  complete(line: string, at: number): Promise<Completion | undefined>;
}

export interface LineEditing {
  /** What is being looked for in the history. */
  readonly search: HistorySearch | undefined;
  /** What Tab found to choose from. */
  readonly offers: readonly string[];
  /** True where the key was one of these, and is done. */
  press(event: TargetedKeyboardEvent<HTMLTextAreaElement>): boolean;
}

type Press = TargetedKeyboardEvent<HTMLTextAreaElement>;

export function useLineEditing({ lines, typed, setTyped, complete }: Editing): LineEditing {
  const [search, setSearch] = useState<HistorySearch>();
  const [offers, setOffers] = useState<readonly string[]>([]);
  /** Where the cursor goes once the text is there. */
  const cursor = useRef<{ readonly area: HTMLTextAreaElement; readonly at: number }>();
  useLayoutEffect(() => {
    const { area, at } = cursor.current ?? {};
    cursor.current = undefined;
    if (area && at !== undefined) area.setSelectionRange(at, at);
  });
  const put = (area: HTMLTextAreaElement, { text, at }: Line): void => {
    cursor.current = { area, at };
    area.value = text;
    area.setSelectionRange(at, at);
    setTyped(text);
  };
  const completeAt = async (area: HTMLTextAreaElement): Promise<void> => {
    const { value, selectionStart: at } = area;
    const found = await complete(value, at);
    // Somebody who has typed on meanwhile does not want it any more.
    if (!found || area.value !== value || area.selectionStart !== at) return;
    put(area, {
      text: value.slice(0, found.from) + found.text + value.slice(at),
      at: found.from + found.text.length,
    });
    setOffers(found.offers);
  };
  const look = (area: HTMLTextAreaElement, next: HistorySearch): void => {
    setSearch(next);
    const line = next.found === undefined ? undefined : lines[next.found];
    if (line !== undefined) put(area, { text: line, at: line.indexOf(next.wanted) });
  };
  const edit = (event: Press): boolean => {
    const { key, ctrlKey, altKey, metaKey, shiftKey, currentTarget: area } = event;
    if (offers.length > 0) setOffers([]);
    if (ctrlKey && key === 'r') {
      look(area, search ? searchOn(lines, search) : searchBack(lines, ''));
      return true;
    }
    if (search && key === 'Escape') {
      setSearch(undefined);
      return true;
    }
    if (search && !ctrlKey && !altKey && !metaKey && (key.length === 1 || key === 'Backspace')) {
      const wanted = key === 'Backspace' ? search.wanted.slice(0, -1) : search.wanted + key;
      look(area, searchBack(lines, wanted));
      return true;
    }
    // Every other key takes what was found, and does what it does.
    if (search) setSearch(undefined);
    const change = changeOf(event);
    if (change) {
      put(area, change({ text: area.value, at: area.selectionStart }));
      return true;
    }
    // An empty line leaves Tab to the page: nobody is caught in the terminal.
    if (key !== 'Tab' || shiftKey || ctrlKey || altKey || typed.trim() === '') return false;
    completeAt(area);
    return true;
  };
  const press = (event: Press): boolean => {
    if (!edit(event)) return false;
    event.preventDefault();
    // Ctrl-K would open the search of the site.
    event.stopPropagation();
    return true;
  };
  return { search, offers, press };
}
