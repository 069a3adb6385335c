/**
 * The Markdown that exercises are written in: paragraphs, lists, fenced code, and within them `code`, *emphasis*,
 * **strong** and [links](…). Anything else stands as it was written. Pure; it never makes markup of its own.
 */

export type Inline =
  | { readonly is: 'text' | 'code'; readonly text: string }
  | { readonly is: 'em' | 'strong'; readonly parts: readonly Inline[] }
  | { readonly is: 'link'; readonly href: string; readonly parts: readonly Inline[] };

export type Block =
  | { readonly is: 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly is: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly is: 'code'; readonly language: string; readonly text: string };

const ITEM = /^\s{0,3}(?:([-*])|(\d+)[.)])\s+(.*)$/;

export function blocksOf(markdown: string): readonly Block[] {
  const lines = markdown.replaceAll('\r\n', '\n').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '') at += 1;
    else if (/^ {0,3}```/.test(line)) at = takeCode(lines, at, blocks);
    else if (ITEM.test(line)) at = takeList(lines, at, blocks);
    else at = takeParagraph(lines, at, blocks);
  }
  return blocks;
}

function takeCode(lines: readonly string[], start: number, blocks: Block[]): number {
  const language = (lines[start] ?? '').replace(/^ {0,3}```+/, '').trim();
  let end = start + 1;
  while (end < lines.length && !/^ {0,3}```+\s*$/.test(lines[end] ?? '')) end += 1;
  blocks.push({ is: 'code', language, text: lines.slice(start + 1, end).join('\n') });
  return end + 1;
}

function takeList(lines: readonly string[], start: number, blocks: Block[]): number {
  const items: string[] = [];
  const ordered = ITEM.exec(lines[start] ?? '')?.[2] !== undefined;
  let at = start;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const item = ITEM.exec(line);
    if (item) items.push(item[3] ?? '');
    else if (/^\s+\S/.test(line) && items.length > 0) items.push(`${items.pop()} ${line.trim()}`);
    else break;
  }
  blocks.push({ is: 'list', ordered, items: items.map((item) => inlineOf(item)) });
  return at;
}

function takeParagraph(lines: readonly string[], start: number, blocks: Block[]): number {
  let at = start;
  const isPart = (line: string): boolean => line.trim() !== '' && !/^ {0,3}```/.test(line);
  while (at < lines.length && isPart(lines[at] ?? '') && (at === start || !ITEM.test(lines[at] ?? '')))
    at += 1;
  blocks.push({ is: 'paragraph', parts: inlineOf(lines.slice(start, at).join(' ').trim()) });
  return at;
}

const INLINE = /(`+)(.+?)\1|\*\*(.+?)\*\*|\*(\S(?:.*?\S)?)\*|\[([^\]]+)\]\(([^)\s]+)\)/;
const DEPTH_MAX = 4;

/** The parts of one line of text. */
export function inlineOf(text: string, depth = 0): readonly Inline[] {
  const match = depth < DEPTH_MAX ? INLINE.exec(text) : null;
  if (!match) return text === '' ? [] : [{ is: 'text', text }];
  const [whole, , code, strong, em, label, href] = match;
  const before: readonly Inline[] =
    match.index === 0 ? [] : [{ is: 'text', text: text.slice(0, match.index) }];
  const after = inlineOf(text.slice(match.index + whole.length), depth);
  return [...before, partOf({ code, strong, em, label, href, whole }, depth + 1), ...after];
}

interface Found {
  readonly code: string | undefined;
  readonly strong: string | undefined;
  readonly em: string | undefined;
  readonly label: string | undefined;
  readonly href: string | undefined;
  readonly whole: string;
}

function partOf({ code, strong, em, label, href, whole }: Found, depth: number): Inline {
  if (code !== undefined) return { is: 'code', text: code };
  if (strong !== undefined) return { is: 'strong', parts: inlineOf(strong, depth) };
  if (em !== undefined) return { is: 'em', parts: inlineOf(em, depth) };
  const isPlain = href !== undefined && /^(https?:|\/|#|\.)/.test(href);
  return isPlain ? { is: 'link', href, parts: inlineOf(label ?? '', depth) } : { is: 'text', text: whole };
}
