// Images that an exercise adds: data from outside, held against `ImageDefinition` before an image is made of it.
import { parseImageName } from '../machinery/image-name.ts';
import type { Result } from '../machinery/result.ts';
import { failure, success } from '../machinery/result.ts';
import type { ImageDefinition } from './image-definition.ts';
import { images as known } from './images/index.ts';
import { signalNumbers } from './process.ts';

/** What is wrong with a value, with its place; undefined: nothing. */
type Check = (value: unknown, at: string) => string | undefined;

const bounds = { images: 20, items: 100, textChars: 20_000 } as const;

/** The images that a list defines. The error is one line that names the place. */
export function readImages(value: unknown): Result<readonly ImageDefinition[]> {
  const problem = listOf(image, bounds.images)(value, 'images') ?? nameProblem(value as ImageDefinition[]);
  return problem === undefined ? success(value as readonly ImageDefinition[]) : failure(problem);
}

function nameProblem(definitions: readonly ImageDefinition[]): string | undefined {
  const taken = new Set(known.flatMap(({ repositories }) => repositories));
  for (const [i, { name, otherNames = [] }] of definitions.entries()) {
    for (const own of [name, ...otherNames]) {
      const parsed = parseImageName(own);
      if ('error' in parsed) return `images[${i}]: ${own}: ${parsed.error}`;
      if (own !== own.replace(/[:@][^/]*$/, ''))
        return `images[${i}]: ${own} is to be a name without a tag: tags have a field of their own`;
      if (taken.has(parsed.repository)) return `images[${i}]: there is an image ${own} already`;
      taken.add(parsed.repository);
    }
  }
  return undefined;
}

function absolute(path: string, at: string): string | undefined {
  return path.startsWith('/') ? undefined : `${at}: ${path} is to begin with /`;
}

const text: Check = (value, at) =>
  typeof value === 'string' && value.length <= bounds.textChars ? undefined : `${at} is to be a text`;

function number(least: number, most: number): Check {
  return (value, at) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? undefined
      : `${at} is to be a whole number from ${least} to ${most}`;
}

function oneOf(...words: readonly string[]): Check {
  return (value, at) =>
    words.includes(value as string) ? undefined : `${at} is to be one of ${words.join(', ')}`;
}

function listOf(check: Check, most: number = bounds.items): Check {
  return (value, at) => {
    if (!Array.isArray(value) || value.length > most) return `${at} is to be a list of at most ${most}`;
    return firstOf(value.map((item, i) => check(item, `${at}[${i}]`)));
  };
}

function mapOf(check: Check): Check {
  return (value, at) => {
    if (!isMap(value) || Object.keys(value).length > bounds.items)
      return `${at} is to be a map of at most ${bounds.items}`;
    return firstOf(Object.entries(value).map(([key, item]) => check(item, `${at}.${key}`)));
  };
}

/** A map with these fields and no others. */
function struct(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  const checks = new Map([...Object.entries(required), ...Object.entries(optional)]);
  return (value, at) => {
    if (!isMap(value)) return `${at} is to be a map`;
    const missing = Object.keys(required).find((name) => !Object.hasOwn(value, name));
    if (missing !== undefined) return `${at} lacks ${missing}`;
    return firstOf(
      Object.entries(value).map(([name, item]) => {
        const check = checks.get(name);
        return check ? check(item, `${at}.${name}`) : `${at} has no field ${name}`;
      }),
    );
  };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstOf(problems: readonly (string | undefined)[]): string | undefined {
  return problems.find((problem) => problem !== undefined);
}

const dayMs = 86_400_000;
const bytes = number(0, 2 ** 45);
const usage = struct(
  {},
  {
    idleCpuMillis: number(0, 100_000),
    requestCpuMs: number(0, dayMs),
    memoryBytes: bytes,
    memoryBytesPerSecond: bytes,
    memoryMaxBytes: bytes,
  },
);
const answer = struct(
  {},
  {
    path: text,
    method: text,
    untilRequests: number(0, 1_000_000),
    untilSeconds: number(0, 1_000_000),
    status: number(100, 599),
    headers: mapOf(text),
    body: text,
    delayMs: number(0, dayMs),
  },
);
const exit = struct({ exitCode: number(0, 255) });
const server = struct(
  { port: number(1, 65_535), answers: listOf(answer) },
  {
    startMs: number(0, dayMs),
    onStop: (value, at) => (isMap(value) ? exit(value, at) : oneOf('ends', 'ignored')(value, at)),
    usage,
    log: struct({}, { started: text, request: text }),
  },
);
const program: Check = (value, at) =>
  isMap(value) && Object.hasOwn(value, 'server')
    ? struct({ server })(value, at)
    : struct({ script: text })(value, at);
const image = struct(
  { name: text },
  {
    otherNames: listOf(text),
    tags: listOf(text),
    from: oneOf('alpine', 'busybox', 'debian', 'fedora', 'scratch'),
    tools: listOf(text),
    entrypoint: listOf(text),
    command: listOf(text),
    env: mapOf(text),
    workingDirectory: text,
    user: text,
    stopSignal: oneOf(...Object.keys(signalNumbers)),
    files: (value, at) =>
      mapOf(text)(value, at) ?? firstOf(Object.keys(value as object).map((path) => absolute(path, at))),
    programs: mapOf(program),
  },
);
