/** A lesson's MDX file as its checks see it: front matter, labs, the command lines it shows, and its running text. */
import { runInNewContext } from 'node:vm';
import { load } from 'js-yaml';
import { mdxToMdast } from 'satteri';

export interface LessonSource {
  readonly frontMatter: Readonly<Record<string, unknown>>;
  /** Labs in the order in which they stand in the text, each with what its `<Run>`s show. */
  readonly labs: readonly LabSource[];
  readonly exercises: readonly string[];
  readonly quizzes: readonly string[];
  /** Names of the components in the text. */
  readonly components: ReadonlySet<string>;
  /** What the page imports. */
  readonly imports: readonly string[];
  /** What its notes are called: `:::note[What it is called]`. */
  readonly notes: readonly string[];
  /** Paragraphs, list items and headings, without code. */
  readonly prose: readonly string[];
}

export interface LabSource {
  readonly id: string;
  readonly nodes: number;
  readonly seed: number;
  readonly start: string;
  /** What the files are in the page's own words: a module for each path. */
  readonly files: ReadonlyMap<string, string>;
  readonly runs: readonly RunSource[];
}

export interface RunSource {
  readonly line: number;
  readonly command: string;
  /** Texts that must be among what is printed. */
  readonly prints: readonly string[];
  /** Texts that must not be. */
  readonly lacks: readonly string[];
  /** Whether the last command is meant to fail. */
  readonly fails: boolean;
}

interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly attributes?: readonly Attribute[];
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly line: number } };
}

interface Attribute {
  readonly type: string;
  readonly name?: string;
  readonly value?: string | { readonly value: string } | null;
}

/** Reads a lesson. `textOf` gives the text of what it imports as `?raw`. Throws where a `<Run>` stands before every lab. */
export function readLesson(mdx: string, textOf: (module: string) => string): LessonSource {
  const root = mdxToMdast(mdx, { features: { frontmatter: true } }) as Node;
  const nodes = [...walk(root)];
  const esm = nodes.flatMap(({ type, value = '' }) => (type === 'mdxjsEsm' ? [value] : [])).join('\n');
  const imported = rawImports(esm);
  const scope = Object.fromEntries([...imported].map(([name, module]) => [name, textOf(module)]));
  const elements = nodes.filter(({ type }) => type.startsWith('mdxJsx'));
  const named = (name: string) => elements.filter((element) => element.name === name);
  const slugs = (name: string) => named(name).map((element) => String(propsOf(element, scope).slug));
  return {
    frontMatter: frontMatterOf(nodes),
    labs: labsOf(elements, scope),
    exercises: slugs('Exercise'),
    quizzes: slugs('Quiz'),
    components: new Set(elements.flatMap(({ name }) => name ?? [])),
    imports: [...esm.matchAll(/^import .* from '([^']+)';$/gm)].map(([, module = '']) => module),
    notes: [...mdx.matchAll(/^:::\w+(?:\[(.*)\])?$/gm)].map(([kind, title = kind]) => title),
    prose: nodes.filter(({ type }) => /^(paragraph|heading|tableCell)$/.test(type)).map(wordsOf),
  };
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

function frontMatterOf(nodes: readonly Node[]): Readonly<Record<string, unknown>> {
  const yaml = nodes.find(({ type }) => type === 'yaml')?.value ?? '';
  return yaml.trim() === '' ? {} : (load(yaml) as Readonly<Record<string, unknown>>);
}

/** The modules imported as text, by the name that the page gives them. */
function rawImports(esm: string): ReadonlyMap<string, string> {
  const found = esm.matchAll(/^import (\w+) from '([^']+)\?raw';$/gm);
  return new Map([...found].map(([, name = '', module = '']) => [name, module]));
}

/** A page's attributes as values. What stands in braces is run: it is the page's own code, as the build runs it. */
function propsOf(
  { attributes = [] }: Node,
  scope: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const pairs = attributes.map(({ name = '', value }) => {
    if (value === null || value === undefined) return [name, true] as const;
    return [
      name,
      typeof value === 'string' ? value : runInNewContext(`(${value.value})`, { ...scope }),
    ] as const;
  });
  return Object.fromEntries(pairs);
}

function labsOf(elements: readonly Node[], scope: Readonly<Record<string, string>>): LabSource[] {
  const labs: { lab: Omit<LabSource, 'runs'>; runs: RunSource[] }[] = [];
  for (const element of elements) {
    const props = propsOf(element, scope);
    if (element.name === 'Lab') labs.push({ lab: labOf(props), runs: [] });
    if (element.name !== 'Run') continue;
    const last = labs.at(-1);
    const line = element.position?.start.line ?? 0;
    if (last === undefined) throw new Error(`line ${line}: a <Run> before every <Lab>`);
    last.runs.push({
      line,
      command: String(props.command).trim(),
      prints: textsOf(props.prints),
      lacks: textsOf(props.lacks),
      fails: props.fails === true,
    });
  }
  return labs.map(({ lab, runs }) => ({ ...lab, runs }));
}

/** One text, a list of them, or none. */
function textsOf(prop: unknown): string[] {
  return [prop ?? []].flat().map(String);
}

function labOf({
  id,
  nodes = 3,
  seed = 1,
  start = '',
  files = {},
}: Record<string, unknown>): Omit<LabSource, 'runs'> {
  const pairs = Object.entries(files as Record<string, string>);
  return {
    id: String(id),
    nodes: Number(nodes),
    seed: Number(seed),
    start: String(start),
    files: new Map(pairs),
  };
}

function wordsOf(node: Node): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'inlineCode') return '…';
  return (node.children ?? []).map(wordsOf).join('');
}
