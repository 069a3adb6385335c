/** Keeps short names and schedules in one piece: `web-0` is not broken at its hyphen, nor `0 9-17 * * 1-5` at its spaces. */

const CHARS_MAX = 24;
/** The five fields of a schedule. */
const SCHEDULE = /^[\d*/,-]+( [\d*/,-]+){4}$/;

/** True of code that fits every line and has nowhere it should be broken. */
export function isWholeName(code: string): boolean {
  return code.length <= CHARS_MAX && (!/\s/.test(code) || SCHEDULE.test(code));
}

/** What it needs of the Markdown tree and its visitor. */
interface CodeNode {
  readonly type: 'inlineCode';
  readonly value: string;
  readonly data?: { readonly hProperties?: object };
}

interface Visited {
  replaceNode(node: CodeNode, nodes: readonly unknown[]): void;
}

/** A plugin for Markdown: such code is of the class `whole`. */
export const wholeNames = {
  name: 'petset-whole-names',
  inlineCode(node: CodeNode, visited: Visited): void {
    if (node.data?.hProperties || !isWholeName(node.value)) return;
    visited.replaceNode(node, [{ ...node, data: { hProperties: { className: ['whole'] } } }]);
  },
};
