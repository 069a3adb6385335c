// Go templates, parsed: text and actions, with if, with, range, define, block and template.
// Source: the documentation of Go's package text/template.
import type { Branch, Node, Pipeline } from './nodes.ts';
import { readPipeline } from './parse-pipeline.ts';
import { TemplateError } from './template-error.ts';
import { TokenReader } from './token-reader.ts';

export interface Template {
  readonly source: string;
  readonly nodes: readonly Node[];
  /** What `define` and `block` name. */
  readonly named: ReadonlyMap<string, readonly Node[]>;
}

const templateMax = 20_000;
const depthMax = 100;

/** `knowsFunction` tells which functions there are. Throws `TemplateError`. */
export function parseTemplate(source: string, knowsFunction: (name: string) => boolean): Template {
  if (source.length > templateMax) {
    throw new TemplateError(`the template is longer than ${templateMax} characters`, source, 0);
  }
  const parser = new Parser(new TokenReader(source, knowsFunction));
  const { nodes, end } = parser.readNodes();
  if (end.word !== 'end of file') throw new TemplateError(`unexpected {{${end.word}}}`, source, end.at);
  return { source, nodes, named: parser.named };
}

/** What a run of nodes ended with. */
interface End {
  readonly word: 'end' | 'else' | 'end of file';
  readonly at: number;
}

class Parser {
  readonly named = new Map<string, readonly Node[]>();
  readonly #reader: TokenReader;
  #ranges = 0;
  #depth = 0;

  constructor(reader: TokenReader) {
    this.#reader = reader;
  }

  /** Nodes up to the end of the text, or to `{{end}}` or `{{else …`, of which the word is taken. */
  readNodes(): { nodes: Node[]; end: End } {
    if (++this.#depth > depthMax) throw this.#reader.error('the template is nested too deeply');
    const nodes: Node[] = [];
    for (;;) {
      const token = this.#reader.take();
      if (token.type === 'text') {
        nodes.push({ type: 'text', text: token.text });
        continue;
      }
      const end = token.type === 'end of file' ? ({ word: token.type, at: token.at } as const) : this.#end();
      if (end) {
        this.#depth -= 1;
        return { nodes, end };
      }
      const node = this.#readAction();
      if (node) nodes.push(node);
    }
  }

  /** Takes `end}}` or `else` after `{{`, if that is what comes. */
  #end(): End | undefined {
    this.#reader.skipSpace();
    const { type, text, at } = this.#reader.peek();
    if (type !== 'keyword' || (text !== 'end' && text !== 'else')) return undefined;
    this.#reader.take();
    if (text === 'end') this.#reader.expect('close', 'end');
    return { word: text, at };
  }

  #readAction(): Node | undefined {
    const reader = this.#reader;
    const first = reader.peek();
    if (first.type !== 'keyword') {
      return { type: 'action', at: first.at, pipeline: readPipeline(reader, 'command', 'close') };
    }
    reader.take();
    switch (first.text) {
      case 'if':
      case 'with':
      case 'range':
        return this.#readBranch(first.text, first.at);
      case 'break':
      case 'continue':
        if (this.#ranges === 0) throw reader.error(`{{${first.text}}} outside {{range}}`);
        reader.expect('close', `{{${first.text}}}`);
        return { type: first.text };
      case 'define':
        return this.#readDefinition();
      case 'template': {
        const { name, at } = this.#readName('template clause');
        return { type: 'template', at, name, pipeline: this.#readInput('template clause') };
      }
      case 'block':
        return this.#readBlock();
      default:
        throw reader.unexpected(first, 'command');
    }
  }

  #readBranch(type: Branch['type'], at: number): Branch {
    const { variables } = this.#reader;
    const scope = variables.length;
    const pipeline = readPipeline(this.#reader, type, 'close');
    if (type === 'range') this.#ranges += 1;
    const { nodes: body, end } = this.readNodes();
    if (type === 'range') this.#ranges -= 1;
    const otherwise = this.#readElse(type, end);
    variables.length = scope;
    return { type, at, pipeline, body, otherwise };
  }

  #readElse(type: Branch['type'], end: End): readonly Node[] {
    const reader = this.#reader;
    if (end.word === 'end of file') throw reader.error('unexpected EOF', end.at);
    if (end.word === 'end') return [];
    reader.skipSpace();
    const word = reader.peek();
    // `{{else if x}}` is an if within the else, and both have one end.
    if (word.type === 'keyword' && word.text === type && type !== 'range') {
      reader.take();
      return [this.#readBranch(type, word.at)];
    }
    reader.expect('close', 'else');
    const { nodes, end: last } = this.readNodes();
    if (last.word === 'end of file') throw reader.error('unexpected EOF', last.at);
    if (last.word !== 'end') throw reader.error(`expected end; found {{${last.word}}}`);
    return nodes;
  }

  #readDefinition(): undefined {
    const { name } = this.#readName('define clause');
    this.#reader.expect('close', 'define clause');
    this.named.set(name, this.#readApart('define clause'));
  }

  #readBlock(): Node {
    const { name, at } = this.#readName('block clause');
    const pipeline = readPipeline(this.#reader, 'block clause', 'close');
    this.named.set(name, this.#readApart('block clause'));
    return { type: 'template', at, name, pipeline };
  }

  /** The nodes of a template of its own, which sees no variables from outside. */
  #readApart(where: string): readonly Node[] {
    const reader = this.#reader;
    const [variables, ranges] = [reader.variables, this.#ranges];
    [reader.variables, this.#ranges] = [['$'], 0];
    const { nodes, end } = this.readNodes();
    [reader.variables, this.#ranges] = [variables, ranges];
    if (end.word === 'end of file') throw reader.error('unexpected EOF', end.at);
    if (end.word !== 'end') throw reader.error(`unexpected {{${end.word}}} in ${where}`);
    return nodes;
  }

  #readName(where: string): { readonly name: string; readonly at: number } {
    const token = this.#reader.expect('string', where);
    return { name: this.#reader.textOf(token), at: token.at };
  }

  #readInput(where: string): Pipeline | undefined {
    this.#reader.skipSpace();
    if (this.#reader.peek().type !== 'close') return readPipeline(this.#reader, where, 'close');
    this.#reader.take();
    return undefined;
  }
}
