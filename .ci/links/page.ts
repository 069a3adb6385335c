/** A built page as its links see it: what it leads to, and what can be led to in it. */
import { htmlToHast } from 'satteri';

export interface BuiltPage {
  /** Every address that the page names, once. */
  readonly targets: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
}

interface Node {
  readonly type: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Node[];
}

/** Attributes that hold one address, as the tree calls them. */
const ADDRESSES = ['href', 'src', 'poster', 'action', 'data', 'xLinkHref'];

export function readPage(html: string): BuiltPage {
  const targets = new Set<string>();
  const ids = new Set<string>();
  for (const { properties = {} } of walk(htmlToHast(html) as Node)) {
    for (const name of ADDRESSES) if (typeof properties[name] === 'string') targets.add(properties[name]);
    for (const one of addressesIn(properties.srcSet)) targets.add(one);
    for (const name of ['id', 'name']) if (typeof properties[name] === 'string') ids.add(properties[name]);
  }
  return { targets, ids };
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

/** `a.png 1x, b.png 2x`, as a text or already as a list. */
function addressesIn(srcSet: unknown): string[] {
  const candidates = typeof srcSet === 'string' ? srcSet.split(',') : Array.isArray(srcSet) ? srcSet : [];
  return candidates.map((candidate) => String(candidate).trim().split(/\s/)[0] ?? '').filter(Boolean);
}
