// A script as text: where its commands begin and end, and what is wrong with it.
import type { ParseError, Script, Statement, SyntaxNode } from 'unbash';
import { forEachChild, parse } from 'unbash';

/** One complete shell command of a script, with all its lines. */
export interface Step {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly endLine: number;
}

/** Where a script cannot be understood; line and column count from 1. */
export interface ScriptError {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** True where more text could complete it: an open quote, loop or here-document. */
  readonly isIncomplete: boolean;
}

export interface SplitScript {
  readonly steps: readonly Step[];
  /** The first error; the steps are those before it. */
  readonly error?: ScriptError;
}

const maxChars = 1024 * 1024;

/**
 * Splits a script into the commands that would be typed one after the other. What stands on one line, joined by `;`,
 * `&&` or pipes, and what spans lines (loops, functions, here-documents, continuations) is one step. Blank lines
 * and comments are left out.
 */
export function splitScript(text: string): SplitScript {
  const { script, error } = readScript(text);
  const lines = new Lines(text);
  const steps: { text: string; line: number; endLine: number; start: number }[] = [];
  for (const statement of script.commands) {
    const line = lines.lineAt(statement.pos);
    const end = endOf(statement, text);
    const endLine = lines.lineAt(Math.max(statement.pos, end - 1));
    const last = steps.at(-1);
    if (last !== undefined && line <= last.endLine) {
      last.endLine = Math.max(last.endLine, endLine);
      last.text = trimmed(text.slice(last.start, Math.max(last.start + last.text.length, end)));
    } else steps.push({ text: trimmed(text.slice(statement.pos, end)), line, endLine, start: statement.pos });
  }
  const plain = steps.map(({ start: _, ...step }) => step);
  return error === undefined ? { steps: plain } : { steps: plain, error };
}

function trimmed(text: string): string {
  return text.replace(/\n+$/, '');
}

/** The statements that a shell would run before it comes to an error, and that error. */
export function readScript(text: string): { readonly script: Script; readonly error?: ScriptError } {
  const lines = new Lines(text);
  if (text.length > maxChars) {
    const message = `the script is longer than ${maxChars} characters`;
    return { script: emptyScript, error: { message, line: 1, column: 1, isIncomplete: false } };
  }
  const parsed = parse(text);
  const found = firstError(parsed, text);
  if (found === undefined) return { script: parsed };
  const brokenLine = lines.lineAt(startOfBroken(parsed.commands, found.pos));
  const commands = parsed.commands.filter((statement) => {
    const end = endOf(statement, text);
    // What the parser could not finish has no extent.
    return (
      statement.end > statement.pos &&
      end <= found.pos &&
      lines.lineAt(Math.max(statement.pos, end - 1)) < brokenLine
    );
  });
  const { line, column } = lines.placeAt(found.pos);
  const error = { message: found.message, line, column, isIncomplete: isIncomplete(found, text) };
  return { script: { ...plainScript(parsed), commands }, error };
}

const emptyScript: Script = { type: 'Script', pos: 0, end: 0, shebang: undefined, commands: [] };

function plainScript({ pos, end, shebang }: Script): Omit<Script, 'commands'> {
  return { type: 'Script', pos, end, shebang };
}

/** The error that comes first in the text, those within `$(…)` included. */
function firstError(
  parsed: Script & { readonly errors?: readonly ParseError[] | undefined },
  text: string,
): ParseError | undefined {
  let first: ParseError | undefined;
  const consider = (error: ParseError) => {
    if (first === undefined || error.pos < first.pos) first = error;
  };
  const visit = (node: SyntaxNode, offset: number | undefined): void => {
    if (node.type === 'Script' && 'errors' in node) {
      for (const error of node.errors ?? []) consider({ ...error, pos: offset ?? error.pos });
    }
    // Escaped backquotes have a source of their own: their errors are told at the outer place.
    const inner = node.type === 'Script' && node.source !== undefined ? (offset ?? 0) : offset;
    forEachChild(node, (child) =>
      visit(child, child.type === 'Script' && child.source !== undefined ? node.pos : inner),
    );
  };
  visit(parsed as SyntaxNode, undefined);
  // An open quote or loop swallows what follows: the parser's own order decides among its errors.
  return parsed.errors?.[0] !== undefined && first?.pos === parsed.errors[0].pos
    ? parsed.errors[0]
    : (first ?? openHereDoc(parsed, text));
}

function openHereDoc(parsed: Script, text: string): ParseError | undefined {
  let found: ParseError | undefined;
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'HereDoc' && node.closing === undefined && found === undefined) {
      const wanted = node.delimiter?.value ?? '';
      found = {
        message: `here-document is not closed: expected a line "${wanted}"`,
        pos: Math.min(node.pos, text.length),
      };
    }
    forEachChild(node, visit);
  };
  visit(parsed as SyntaxNode);
  return found;
}

function isIncomplete(error: ParseError, text: string): boolean {
  return (
    error.pos >= text.trimEnd().length ||
    /unterminated|not closed|unclosed|expected '.*' to close/.test(error.message)
  );
}

/** Where the command that an error belongs to begins. */
function startOfBroken(commands: readonly Statement[], pos: number): number {
  const holding = commands.find((statement) => statement.pos <= pos && pos < statement.end);
  return holding?.pos ?? pos;
}

/** The end of a statement with the bodies of its here-documents, which stand after its line. */
function endOf(statement: Statement, text: string): number {
  let end = statement.end;
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'HereDoc') end = Math.max(end, node.closing?.end ?? node.body.end);
    if (node.type !== 'Word') forEachChild(node, visit);
  };
  visit(statement);
  if (statement.background === true && end === statement.end) return end;
  const separator = /^[ \t]*[;&]/.exec(text.slice(statement.end));
  return statement.background === true && separator !== null
    ? Math.max(end, statement.end + separator[0].length)
    : end;
}

class Lines {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.#starts.push(i + 1);
  }

  lineAt(pos: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) <= pos) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  placeAt(pos: number): { readonly line: number; readonly column: number } {
    const line = this.lineAt(pos);
    return { line, column: pos - (this.#starts[line - 1] as number) + 1 };
  }
}
