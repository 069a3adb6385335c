// A file's documents, cut at its `---` lines before any of it is parsed: that is how kubectl reads a stream, so that one
// document's mistake does not hide those before it.

export interface DocumentText {
  readonly text: string;
  /** How many lines of the file come before it. */
  readonly linesBefore: number;
}

/** Documents without anything in them are left out. */
export function splitDocuments(file: string): DocumentText[] {
  const documents: DocumentText[] = [];
  let pending: string[] = [];
  let linesBefore = 0;
  const lines = file.split('\n');
  const finish = (next: number) => {
    if (pending.some((line) => line.trim() !== '')) documents.push({ text: pending.join('\n'), linesBefore });
    pending = [];
    linesBefore = next;
  };
  for (const [i, line] of lines.entries()) {
    if (isSeparator(line) && pending.length > 0) {
      pending.push('');
      finish(i + 1);
    } else pending.push(line);
  }
  finish(lines.length);
  return documents;
}

/** Three dashes, and nothing but a comment behind them. */
function isSeparator(line: string): boolean {
  if (!line.startsWith('---')) return false;
  const rest = line.slice(3).trim();
  return rest === '' || rest.startsWith('#');
}
