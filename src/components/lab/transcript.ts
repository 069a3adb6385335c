/** What the terminal shows: command lines with what they printed, never more than a page should hold. */
import type { Printed } from '../../shell/terminal.ts';
import type { HelpView, TerminalNews } from './frame.ts';

export interface Entry {
  readonly id: number;
  readonly line: string;
  readonly output: readonly Pick<Printed, 'stream' | 'text'>[];
  /** What there is to say beside the output. */
  readonly help?: readonly HelpView[];
  /** True where the API server refused something that it asked. */
  readonly isDenied?: boolean;
  /** Undefined while it runs. */
  readonly exitCode?: number;
  /** True where the beginning of its output was dropped. */
  readonly isCut?: boolean;
}

const ENTRIES_MAX = 200;
const HELP_MAX = 20;
/** Characters of output kept of one command, and of all. */
const ENTRY_CHARS_MAX = 40_000;
const CHARS_MAX = 160_000;

export function withNews(entries: readonly Entry[], news: readonly TerminalNews[]): readonly Entry[] {
  if (news.length === 0) return entries;
  const next = [...entries];
  for (const item of news) {
    if (item.is === 'command') next.push({ id: item.id, line: item.line, output: [] });
    const at = next.findLastIndex(({ id }) => id === item.id);
    const entry = next[at];
    if (entry === undefined) continue;
    if (item.is === 'output') next[at] = shortened(withOutput(entry, item.stream, item.text));
    if (item.is === 'help')
      next[at] = { ...entry, help: [...(entry.help ?? []), ...item.help].slice(0, HELP_MAX) };
    if (item.is === 'denied') next[at] = { ...entry, isDenied: true };
    if (item.is === 'end') next[at] = { ...entry, exitCode: item.exitCode };
  }
  return bounded(next);
}

function withOutput(entry: Entry, stream: Printed['stream'], text: string): Entry {
  const last = entry.output.at(-1);
  if (last?.stream !== stream) return { ...entry, output: [...entry.output, { stream, text }] };
  return { ...entry, output: [...entry.output.slice(0, -1), { stream, text: last.text + text }] };
}

function charsOf(entry: Entry): number {
  return entry.output.reduce((sum, { text }) => sum + text.length, 0);
}

/** What stands on the last line of what is printed, before the cursor: the prompt of the program that reads. */
export function promptOf(entries: readonly Entry[]): string {
  const last = entries.at(-1)?.output.at(-1)?.text ?? '';
  return last.slice(last.lastIndexOf('\n') + 1).trim();
}

/** Keeps the end of what a command printed, from the beginning of a line. */
function shortened(entry: Entry): Entry {
  let surplus = charsOf(entry) - ENTRY_CHARS_MAX;
  if (surplus <= 0) return entry;
  const output = entry.output.flatMap(({ stream, text }) => {
    if (surplus <= 0) return [{ stream, text }];
    const cut = text.indexOf('\n', surplus);
    surplus -= text.length;
    return cut < 0 || surplus > 0 ? [] : [{ stream, text: text.slice(cut + 1) }];
  });
  return { ...entry, output, isCut: true };
}

function bounded(entries: readonly Entry[]): readonly Entry[] {
  let first = Math.max(0, entries.length - ENTRIES_MAX);
  let chars = entries.slice(first).reduce((sum, entry) => sum + charsOf(entry), 0);
  for (
    let entry = entries[first];
    entry && chars > CHARS_MAX && first < entries.length - 1;
    entry = entries[first]
  ) {
    chars -= charsOf(entry);
    first += 1;
  }
  return entries.slice(first);
}
