/** The passages of a TypeScript file: its texts that are sentences, which are what it says to people. */
import ts from 'typescript';
import type { Passage } from './passage.ts';
import { CODE } from './passage.ts';

/** Three words with spaces between them: less than that is a name. */
const SENTENCE = /[\p{L}\uFFFC][,:;]? (?:\p{L}+|\uFFFC)[,:;]? [\p{L}\uFFFC]/u;

/** Texts in other languages, and styles of the pages. */
const NO_ENGLISH = /\p{Script=Hangul}|[À-ÿ]|[{};]\s*$/u;

/** What stands in backticks, names of fields and kinds, which nobody marks here, and the field that a line of a table tells about. */
const NAMES = /`[^`]*`|[\w.[\]]*\p{Ll}\p{Lu}[\w.[\]]*|^(?:#.*|[\w-]+(?= \p{Lu}))/gmu;

export function codePassages(path: string, source: string): Passage[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, false);
  const found: Passage[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== undefined && SENTENCE.test(text) && !NO_ENGLISH.test(text)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push({ path, line: line + 1, role: 'sentences', text: text.replace(NAMES, CODE) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `${CODE}${literal.text}`).join('');
}
