/** The passages of a Markdown or MDX file: its front matter, its text, and the words that it gives to components. */
import { markdownToMdast, mdxToMdast } from 'satteri';
import type { Passage, Role } from './passage.ts';
import { breaksIn, CODE } from './passage.ts';
import { yamlPassages } from './yaml-passages.ts';

interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly depth?: number;
  readonly attributes?: readonly Attribute[];
  readonly children?: readonly Node[];
  readonly position?: { readonly start: Point; readonly end: Point };
}

interface Point {
  readonly line: number;
  readonly offset: number;
}

interface Attribute {
  readonly name?: string;
  readonly value?: string | { readonly value: string } | null;
}

/** What holds running text, and what it is. */
const BLOCKS: Readonly<Record<string, Role>> = {
  paragraph: 'sentences',
  heading: 'label',
  tableCell: 'label',
};

/** Front matter that is read: the rest are names of lessons and rows, and titles of other people's pages. */
const READ_KEYS = new Set<unknown>(['title', 'description', 'objectives']);

/** Components whose attributes are commands, files and names. */
const TAKES_CODE = new Set(['Lab', 'Run', 'Exercise', 'Quiz', 'Beside']);

/** In an exercise's text the headings below the first are ids. */
export function pagePassages(path: string, source: string): Passage[] {
  const features = { frontmatter: true, directive: true };
  const read = path.endsWith('.mdx') ? mdxToMdast : markdownToMdast;
  const root = read(source, { features }) as Node;
  return [...walk(root)].flatMap((node) => passagesOf(path, source, node));
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

function passagesOf(path: string, source: string, node: Node): Passage[] {
  const line = node.position?.start.line ?? 1;
  const role = BLOCKS[node.type];
  if (path.startsWith('exercises/') && (node.depth ?? 1) > 1) return [];
  if (role !== undefined) return [{ path, line, role, text: textOf(node) }];
  // Front matter begins below its `---`.
  if (node.type === 'yaml')
    return yamlPassages(path, node.value ?? '', ([key]) => READ_KEYS.has(key), line + 1);
  if (node.type.startsWith('mdxJsx') && !TAKES_CODE.has(node.name ?? ''))
    return givenWords(path, source, node);
  return [];
}

/** As many line breaks as the source has. */
function textOf(node: Node): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'break') return '\n';
  if (node.type === 'inlineCode') return `${CODE}${'\n'.repeat(breaksIn(node.value ?? ''))}`;
  return (node.children ?? []).map(textOf).join('');
}

/** The texts in a component's attributes, `alt="…"` and `words={{ name: '…' }}` alike. The tree tells no places for them. */
function givenWords(path: string, source: string, { attributes = [], position }: Node): Passage[] {
  if (position === undefined) return [];
  const tag = source.slice(position.start.offset, position.end.offset);
  return attributes.flatMap(({ value }) => {
    const texts = typeof value === 'string' ? [value] : literalsOf(value?.value ?? '');
    return texts.map((text): Passage => {
      const before = tag.slice(0, Math.max(0, tag.indexOf(text)));
      return { path, line: position.start.line + breaksIn(before), role: 'label', text };
    });
  });
}

function literalsOf(expression: string): string[] {
  return [...expression.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g)].map(
    ([, a, b]) => a ?? b ?? '',
  );
}
