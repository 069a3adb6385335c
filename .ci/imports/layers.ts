/**
 * Who may import whom, as data. Imports run one way:
 * pages → components → {course, grader} → shell → kubectl → sim/index; grader/cli → grader.
 * One table serves the TypeScript modules (through dependency-cruiser) and the .astro and .mdx files.
 */

export interface Layer {
  readonly name: string;
  /** What belongs to the layer: the start of a path from the project's root. */
  readonly path: string;
  /** What its modules may import beside each other: starts of paths. */
  readonly sees: readonly string[];
  /** The packages they may import; 'any' for the edges of the house. */
  readonly packages: readonly string[] | 'any';
  /** Whether they may import Node's own modules. */
  readonly node?: true;
}

const SIM = 'src/sim/index.ts';
const BELOW_GRADER = ['src/shell/', 'src/kubectl/', SIM];

/** The first layer whose path fits is a file's layer. */
export const LAYERS: readonly Layer[] = [
  { name: 'sim machinery', path: 'src/sim/machinery/', sees: [], packages: ['js-yaml'] },
  { name: 'sim api', path: 'src/sim/api/', sees: ['src/sim/machinery/'], packages: ['js-yaml'] },
  { name: 'sim testing', path: 'src/sim/testing/', sees: ['src/sim/'], packages: ['fast-check', 'js-yaml'] },
  { name: 'sim', path: 'src/sim/', sees: [], packages: ['js-yaml'] },
  { name: 'kubectl', path: 'src/kubectl/', sees: [SIM], packages: ['js-yaml'] },
  { name: 'shell', path: 'src/shell/', sees: ['src/kubectl/', SIM], packages: ['unbash'] },
  {
    name: 'grader command line',
    path: 'grader/cli/',
    sees: ['grader/', 'src/course/', ...BELOW_GRADER],
    packages: 'any',
    node: true,
  },
  {
    name: 'grader',
    path: 'grader/',
    sees: BELOW_GRADER,
    packages: ['fflate', 'js-yaml', 'micromark', 'node-diff3', 'zod', '@marcbachmann/cel-js'],
  },
  { name: 'course', path: 'src/course/', sees: [], packages: ['js-yaml', 'zod'] },
  {
    name: 'components',
    path: 'src/components/',
    sees: ['src/course/', 'src/styles/', 'grader/', ...BELOW_GRADER],
    packages: 'any',
  },
  {
    name: 'pages',
    path: 'src/pages/',
    sees: ['src/components/', 'src/course/', 'src/styles/', 'grader/', ...BELOW_GRADER],
    packages: 'any',
    node: true,
  },
  {
    name: 'site configuration',
    path: 'src/content.config.ts',
    sees: ['src/course/'],
    packages: 'any',
    node: true,
  },
  {
    name: 'lessons',
    path: 'content/',
    sees: ['src/components/'],
    packages: ['@astrojs/starlight', 'astro'],
  },
];

/** What is a test, as a regular expression: the tests and what lies in their testdata folders. */
export const TESTS = '\\.test\\.tsx?$|/testdata/';

/** Rooms with one more wall than their layer has: nothing at `from` imports anything at `to`. */
export interface Wall {
  readonly name: string;
  readonly from: string;
  readonly fromNot?: string;
  readonly to: string;
  readonly toNot?: string;
  /** True where a type may pass. */
  readonly typesPass?: true;
}

/** Paths here are regular expressions, as dependency-cruiser reads them ($1 is what `from` captured). */
export const WALLS: readonly Wall[] = [
  {
    name: 'outsiders-enter-the-simulator-by-its-door',
    from: '^(?!src/sim/)',
    fromNot: TESTS,
    to: '^src/sim/',
    toNot: '^src/sim/index\\.ts$',
  },
  {
    name: 'tests-enter-the-simulator-by-its-door-or-its-testing-folder',
    from: `^(?!src/sim/).*(${TESTS})`,
    to: '^src/sim/',
    toNot: '^src/sim/(index\\.ts$|testing/)',
  },
  {
    // A ReplicationController is a ReplicaSet by an older name: one controller serves both. Tests bring whom they need.
    name: 'controllers-are-strangers-to-each-other',
    from: '^src/sim/controllers/([^/]+)/',
    fromNot: `^src/sim/controllers/replicationcontroller/index\\.ts$|${TESTS}`,
    to: '^src/sim/controllers/[^/]+/',
    toNot: '^src/sim/controllers/$1/',
  },
  {
    name: 'components-of-the-simulator-never-import-the-apiserver',
    from: '^src/sim/(controllers|scheduler|kubelet|network|storage)/',
    fromNot: TESTS,
    to: '^src/sim/apiserver/',
    typesPass: true,
  },
  {
    name: 'nobody-imports-the-command-line',
    from: '^(?!grader/cli/)',
    to: '^grader/cli/',
  },
  {
    name: 'only-tests-import-tests',
    from: '^(?!src/sim/testing/)',
    fromNot: `${TESTS}|^\\.ci/`,
    to: `${TESTS}|^src/sim/testing/`,
  },
];

/** What a test may import beside what its neighbours may. */
export const TEST_PACKAGES = ['vitest', 'fast-check', 'js-yaml', 'preact'];

/** The layer a file belongs to, or undefined outside all of them (configuration, `.ci`). */
export function layerOf(path: string): Layer | undefined {
  return LAYERS.find((layer) => path.startsWith(layer.path));
}
