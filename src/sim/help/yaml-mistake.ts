// Common mistakes in YAML itself, found from where the parser gave up.
import type { Span } from '../manifest/parse-manifests.ts';
import type { Advice } from './advice.ts';

export interface YamlMistake extends Span {
  readonly advice?: Advice;
  readonly instead?: string;
}

interface Trouble {
  readonly lines: readonly string[];
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** `message`, `line` and `column` are those of `parseManifests`. */
export function yamlMistake(text: string, problem: Omit<Trouble, 'lines'>): YamlMistake {
  const trouble = { ...problem, lines: text.split('\n').map((line) => line.replace(/\r$/, '')) };
  for (const look of LOOKS) {
    const found = look(trouble);
    if (found) return found;
  }
  return restOfLine(trouble, trouble.line, trouble.column);
}

type Look = (trouble: Trouble) => YamlMistake | undefined;

/** The first that sees something is right: from the plain to the doubtful. */
const LOOKS: readonly Look[] = [
  tab,
  template,
  reserved,
  unclosed,
  listOnLine,
  dashWithoutSpace,
  colonWithoutSpace,
  colonInside,
  misaligned,
];

function tab(trouble: Trouble): YamlMistake | undefined {
  for (const line of nearby(trouble)) {
    const [, before = '', tabs = ''] = /^( *)(\t+)/.exec(lineAt(trouble, line)) ?? [];
    if (tabs !== '') {
      return { line, column: before.length + 1, length: tabs.length, advice: { is: 'yaml-tab' } };
    }
  }
  return undefined;
}

function template(trouble: Trouble): YamlMistake | undefined {
  for (const line of nearby(trouble)) {
    const column = lineAt(trouble, line).indexOf('{{') + 1;
    if (column > 0) return { ...restOfLine(trouble, line, column), advice: { is: 'yaml-template' } };
  }
  return undefined;
}

/** Values that begin with a character of YAML's own. */
function reserved(trouble: Trouble): YamlMistake | undefined {
  if (!/cannot start any token|unknown anchor|alphabetic or numeric/.test(trouble.message)) return undefined;
  const text = lineAt(trouble, trouble.line);
  const [, before = '', value = ''] = /^((?:.*?[:-] +)?)([@`%*&!|>].*?)\s*$/.exec(text) ?? [];
  if (value === '') return undefined;
  const span = { line: trouble.line, column: before.length + 1, length: value.length };
  return {
    ...span,
    advice: { is: 'yaml-quote', character: value.charAt(0) },
    instead: JSON.stringify(value),
  };
}

function unclosed(trouble: Trouble): YamlMistake | undefined {
  const [, closer = ''] = /did not find expected ',' or '([\]}])'/.exec(trouble.message) ?? [];
  if (closer !== '') {
    const opener = closer === ']' ? '[' : '{';
    return {
      ...opening(trouble, (text) => text.lastIndexOf(opener)),
      advice: { is: 'yaml-close', character: closer },
    };
  }
  if (!/unexpected end of stream/.test(trouble.message)) return undefined;
  for (const quote of ['"', "'"] as const) {
    const line = trouble.lines.findIndex((text) => text.split(quote).length % 2 === 0) + 1;
    if (line === 0) continue;
    const column = lineAt(trouble, line).lastIndexOf(quote) + 1;
    return { ...restOfLine(trouble, line, column), advice: { is: 'yaml-close', character: quote } };
  }
  return undefined;
}

/** The last line up to the trouble in which something opens. */
function opening(trouble: Trouble, find: (text: string) => number): Span {
  for (let line = trouble.line; line > 0; line -= 1) {
    const column = find(lineAt(trouble, line)) + 1;
    if (column > 0) return restOfLine(trouble, line, column);
  }
  return restOfLine(trouble, trouble.line, trouble.column);
}

function listOnLine(trouble: Trouble): YamlMistake | undefined {
  if (!trouble.message.includes('block sequence entries are not allowed')) return undefined;
  return { ...restOfLine(trouble, trouble.line, trouble.column), advice: { is: 'yaml-new-line' } };
}

function dashWithoutSpace(trouble: Trouble): YamlMistake | undefined {
  for (const line of nearby(trouble)) {
    const [, before = '', key = ''] = /^( *)(-[A-Za-z][\w.-]*):(?: |$)/.exec(lineAt(trouble, line)) ?? [];
    if (key === '') continue;
    const span = { line, column: before.length + 1, length: key.length };
    return {
      ...span,
      advice: { is: 'yaml-space-after', character: '-' },
      instead: `- ${key.slice(1)}`,
    };
  }
  return undefined;
}

function colonWithoutSpace(trouble: Trouble): YamlMistake | undefined {
  if (!/expected ':'|mapping values are not|expected key/.test(trouble.message)) return undefined;
  for (const line of nearby(trouble)) {
    const [, before = '', key = '', value = ''] =
      /^( *(?:- +)*)([A-Za-z][\w-]*):([^\s:/][^:]*?)\s*$/.exec(lineAt(trouble, line)) ?? [];
    if (key === '') continue;
    const span = { line, column: before.length + 1, length: key.length + 1 + value.length };
    return { ...span, advice: { is: 'yaml-space-after', character: ':' }, instead: `${key}: ${value}` };
  }
  return undefined;
}

function colonInside(trouble: Trouble): YamlMistake | undefined {
  if (!/mapping values are not allowed/.test(trouble.message)) return undefined;
  const text = lineAt(trouble, trouble.line);
  const [, before = '', value = ''] = /^( *(?:- +)*[^\s:"'#][^:"']*: +)(\S.*: .*?)\s*$/.exec(text) ?? [];
  if (value === '' || /^[[{]/.test(value)) return undefined;
  const span = { line: trouble.line, column: before.length + 1, length: value.length };
  return { ...span, advice: { is: 'yaml-colon-inside' }, instead: JSON.stringify(value) };
}

function misaligned(trouble: Trouble): YamlMistake | undefined {
  const isAboutOrder =
    /did not find expected (?:key|'-'|<document)|mapping values are not|not allowed in this/;
  if (!isAboutOrder.test(trouble.message)) return undefined;
  const text = lineAt(trouble, trouble.line);
  const column = text.length - text.trimStart().length + 1;
  return { ...restOfLine(trouble, trouble.line, column), advice: { is: 'yaml-align' } };
}

/** The line where the parser gave up, and the one with text before it. */
function nearby({ lines, line }: Trouble): number[] {
  let before = line - 1;
  while (before > 0 && (lines[before - 1] ?? '').trim() === '') before -= 1;
  return before > 0 ? [line, before] : [line];
}

function lineAt({ lines }: Trouble, line: number): string {
  return lines[line - 1] ?? '';
}

function restOfLine(trouble: Trouble, line: number, column: number): Span {
  const length = lineAt(trouble, line).trimEnd().length - column + 1;
  return { line, column, length: Math.max(0, length) };
}
