// Tab: what the word at the cursor may become. Commands come first; after them what the command takes, or files.
import { completeKubectl } from '../../kubectl/complete.ts';
import type { Cluster } from '../../sim/index.ts';
import { resolvePath } from '../../sim/index.ts';
import type { Machine } from '../machine.ts';
import type { WordsBefore } from './words-before.ts';
import { wordsBefore } from './words-before.ts';

export interface Completion {
  /** What to put in place of the text from here to the cursor. */
  readonly from: number;
  readonly text: string;
  /** What there is to choose from, if the text is not yet whole: shortest form, in order. */
  readonly offers: readonly string[];
}

export interface CompletionPlace {
  readonly cluster: Cluster;
  readonly machine: Machine;
}

const offersMax = 200;

/** Completes the word before the cursor; undefined where nothing fits. */
export function complete(line: string, at: number, place: CompletionPlace): Completion | undefined {
  const before = wordsBefore(line.slice(0, at));
  const offers = offersFor(before, place);
  if (offers.length === 0) return undefined;
  const shared = offers.reduce(commonStart);
  const isWhole = offers.length === 1;
  const end = isWhole && !/[/=]$/.test(shared) ? `${before.quote} ` : '';
  const text = `${before.quote}${before.quote === '' ? escaped(shared) : shared}${end}`;
  const shown = offers.map((offer) => offer.replace(/^.*\/(?=.)/, '')).slice(0, offersMax);
  return { from: before.from, text, offers: isWhole ? [] : shown };
}

function offersFor(before: WordsBefore, place: CompletionPlace): readonly string[] {
  const { words, word, isRedirection } = before;
  const { cluster, machine } = place;
  if (isRedirection) return paths(machine, word);
  const variable = /\$\{?(\w*)$/.exec(word);
  if (variable) return variables(machine, word, variable[1] ?? '');
  if (words.length === 0) return word.includes('/') ? paths(machine, word) : commandNames(machine, word);
  const [name, ...rest] = meant(words, machine);
  if (name === 'kubectl') {
    const offers = completeKubectl({ cluster, words: rest, word, reader: machine.reader() });
    return offers === 'files' ? paths(machine, word) : offers;
  }
  return paths(machine, word);
}

/** The words with what an alias stands for in place of the first, as far as that is plain. */
function meant(words: readonly string[], machine: Machine): readonly string[] {
  const [first = '', ...rest] = words;
  const meaning = machine.aliases().get(first);
  if (meaning !== undefined) return [...meaning.trim().split(/\s+/), ...rest];
  // The commonest function of all.
  return first === 'k' ? ['kubectl', ...rest] : words;
}

function commandNames(machine: Machine, word: string): readonly string[] {
  return machine.names().commands.filter((name) => name.startsWith(word));
}

function variables(machine: Machine, word: string, start: string): readonly string[] {
  const isBraced = word.includes('${');
  return machine
    .names()
    .variables.filter((name) => name.startsWith(start))
    .map((name) => `${word.slice(0, word.length - start.length)}${name}${isBraced ? '}' : ''}`);
}

/** Files that begin so; directories end in a slash. Hidden ones need their dot. */
function paths(machine: Machine, word: string): readonly string[] {
  const slash = word.lastIndexOf('/') + 1;
  const [folder, start] = [word.slice(0, slash), word.slice(slash)];
  const place = folder.replace(/^~(?=\/)/, () => machine.reader().env.get('HOME') ?? '~');
  const where = resolvePath(machine.cwd(), place === '' ? '.' : place);
  const { files } = machine;
  if (files.stat(where)?.type !== 'directory') return [];
  return files
    .list(where)
    .filter((name) => name.startsWith(start) && (start.startsWith('.') || !name.startsWith('.')))
    .map((name) => `${folder}${name}${files.stat(resolvePath(where, name))?.type === 'directory' ? '/' : ''}`)
    .sort();
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}

/** Characters that mean something to the shell get a backslash; `$` of a variable keeps its meaning. */
function escaped(text: string): string {
  return text.replace(/[\s'"\\;&|<>()*?[\]#`]/g, '\\$&');
}
