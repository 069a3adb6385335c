/** Links the first use of each glossary term in a lesson to its meaning, when the page is built. */
import type { GlossaryEntry } from './glossary.ts';
import { termsIn } from './glossary.ts';

/** What it needs of the Markdown tree and its visitor. */
interface TextNode {
  readonly type: 'text';
  readonly value: string;
}

interface Visited {
  parent(node: TextNode): { readonly type: string; readonly data?: object } | undefined;
  replaceNode(node: TextNode, nodes: readonly unknown[]): void;
}

/** Prose: no headings, no links, nothing that a component shows as its own. */
const PROSE = new Set(['paragraph', 'emphasis', 'strong', 'tableCell']);

export interface TermLinks {
  readonly name: string;
  text(node: TextNode, visited: Visited): void;
}

/** A plugin for one page: what it has linked once it does not link again. */
export function linkTerms(entries: readonly GlossaryEntry[], glossaryHref: string): TermLinks {
  const known = new Set<string>();
  return {
    name: 'petset-terms',
    text(node, visited) {
      const parent = visited.parent(node);
      // A note's title is a paragraph, too.
      const isTitle = parent?.data !== undefined && 'directiveLabel' in parent.data;
      if (isTitle || !PROSE.has(parent?.type ?? '')) return;
      const found = termsIn(node.value, entries, known);
      if (found.length === 0) return;
      for (const { entry } of found) known.add(entry.id);
      visited.replaceNode(node, linked(node.value, found, glossaryHref));
    },
  };
}

function linked(text: string, found: ReturnType<typeof termsIn>, glossaryHref: string): unknown[] {
  const nodes: unknown[] = [];
  let at = 0;
  const say = (value: string) => value !== '' && nodes.push({ type: 'text', value });
  for (const { entry, start, end } of found) {
    say(text.slice(at, start));
    nodes.push({
      type: 'link',
      url: `${glossaryHref}#${entry.id}`,
      children: [{ type: 'text', value: text.slice(start, end) }],
      data: { hProperties: { className: ['term'], 'data-means': entry.means } },
    });
    at = end;
  }
  say(text.slice(at));
  return nodes;
}

/** The language of a lesson's file, or undefined for pages that are no lessons. */
export function lessonLocaleOf(path: string): string | undefined {
  const [, locale, folder] = /\/content\/([a-z]+)\/([^/]+)\/[^/]+\.mdx$/.exec(path) ?? [];
  return folder === 'reference' ? undefined : locale;
}
