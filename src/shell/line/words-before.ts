// The words of the command that the cursor stands in, up to the cursor.

export interface WordsBefore {
  /** Words that are complete, quotes taken off. */
  readonly words: readonly string[];
  /** What is typed of the next one, quotes taken off, and where in the line it starts. */
  readonly word: string;
  readonly from: number;
  /** The quote that is open. */
  readonly quote: '"' | "'" | '';
  /** Where the word is a file that output goes to or input comes from. */
  readonly isRedirection: boolean;
}

const between = /[\s]/;
/** What ends a command and begins another. */
const separators = /[;|&({`\n]/;

/** Reads a line up to the cursor. Assignments before the command are left out. */
export function wordsBefore(line: string): WordsBefore {
  let state = fresh(0);
  for (let at = 0; at < line.length; at++) {
    const char = line[at] as string;
    if (state.quote === "'") state = char === "'" ? { ...state, quote: '' } : typed(state, char);
    else if (char === '\\' && at + 1 < line.length) {
      at += 1;
      state = typed(state, line[at] as string);
    } else if (char === '$' && line[at + 1] === '(') {
      at += 1;
      state = fresh(at + 1);
    } else if (state.quote === '"') state = char === '"' ? { ...state, quote: '' } : typed(state, char);
    else if (char === '"' || char === "'") state = { ...typed(state, ''), quote: char };
    else if (separators.test(char)) state = fresh(at + 1);
    else if (char === '<' || char === '>') state = { ...ended(state, at + 1), isRedirection: true };
    else if (between.test(char)) state = ended(state, at + 1);
    else state = typed(state, char);
  }
  const { words, word, from, quote, isRedirection } = state;
  return { words: withoutAssignments(words), word, from, quote, isRedirection };
}

interface State extends WordsBefore {
  readonly isStarted: boolean;
}

function fresh(from: number): State {
  return { words: [], word: '', from, quote: '', isStarted: false, isRedirection: false };
}

function typed(state: State, char: string): State {
  return { ...state, word: state.word + char, isStarted: true };
}

/** White space after a word; after `>` the word is still to come. */
function ended(state: State, from: number): State {
  if (!state.isStarted) return { ...state, from };
  const words = state.isRedirection ? state.words : [...state.words, state.word];
  return { ...fresh(from), words };
}

/** Words that stand before a command without being one. */
const leading = new Set([
  '!',
  'do',
  'else',
  'elif',
  'if',
  'then',
  'time',
  'until',
  'while',
  'sudo',
  'watch',
  'xargs',
]);

function withoutAssignments(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word) && !leading.has(word));
  return first < 0 ? [] : words.slice(first);
}
