// The options of curl that are understood here. Others are refused in curl's own words.
import { UsageError } from './program.ts';

export interface CurlOptions {
  readonly urls: readonly string[];
  readonly method?: string;
  readonly isHead: boolean;
  readonly isSilent: boolean;
  readonly showsErrors: boolean;
  readonly isVerbose: boolean;
  readonly includesHeaders: boolean;
  readonly failsOnError: boolean;
  readonly followsRedirects: boolean;
  readonly headers: readonly string[];
  /** The pieces given with -d; those that begin with @ name files. */
  readonly data: readonly { readonly text: string; readonly isRaw: boolean }[];
  readonly output?: string;
  readonly usesRemoteName: boolean;
  readonly writeOut?: string;
  readonly maxMs?: number;
  readonly connectMs?: number;
}

const longNames: ReadonlyMap<string, string> = new Map([
  ['request', 'X'],
  ['data', 'd'],
  ['data-ascii', 'd'],
  ['data-raw', 'data-raw'],
  ['data-binary', 'd'],
  ['header', 'H'],
  ['output', 'o'],
  ['remote-name', 'O'],
  ['write-out', 'w'],
  ['max-time', 'm'],
  ['connect-timeout', 'connect-timeout'],
  ['silent', 's'],
  ['show-error', 'S'],
  ['verbose', 'v'],
  ['include', 'i'],
  ['show-headers', 'i'],
  ['head', 'I'],
  ['fail', 'f'],
  ['location', 'L'],
  ['user-agent', 'A'],
  ['url', 'url'],
  ['get', 'G'],
  ['insecure', 'k'],
  ['no-buffer', 'N'],
  ['http1.1', 'http1.1'],
  ['ipv4', '4'],
  ['globoff', 'g'],
  ['no-progress-meter', 'no-progress-meter'],
  ['json', 'json'],
]);

const withValue = new Set(['X', 'd', 'data-raw', 'H', 'o', 'w', 'm', 'connect-timeout', 'A', 'url', 'json']);
const flags = new Set([
  's',
  'S',
  'v',
  'i',
  'I',
  'f',
  'L',
  'O',
  'G',
  'k',
  'N',
  'http1.1',
  '4',
  'g',
  'no-progress-meter',
]);

export function parseCurlOptions(args: readonly string[]): CurlOptions {
  const given: [name: string, value: string][] = [];
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word.startsWith('--')) {
      const name = longNames.get(word.slice(2));
      if (name === undefined) throw unknown(word);
      given.push([name, withValue.has(name) ? needed(rest.shift(), word) : '']);
    } else if (word.startsWith('-') && word.length > 1) {
      for (let i = 1; i < word.length; i++) {
        const letter = word[i] as string;
        if (withValue.has(letter)) {
          given.push([letter, needed(word.slice(i + 1) || rest.shift(), `-${letter}`)]);
          break;
        }
        if (!flags.has(letter)) throw unknown(`-${letter}`);
        given.push([letter, '']);
      }
    } else given.push(['url', word]);
  }
  return optionsFrom(given);
}

function optionsFrom(given: readonly (readonly [string, string])[]): CurlOptions {
  const all = (name: string) => given.filter(([own]) => own === name).map(([, value]) => value);
  const last = (name: string) => all(name).at(-1);
  const has = (name: string) => last(name) !== undefined;
  const urls = all('url');
  if (urls.length === 0) throw new UsageError(`(2) no URL specified\ncurl: ${tryHelp}`, 2);
  const data = given.flatMap(([name, text]) =>
    name === 'd' || name === 'data-raw' || name === 'json' ? { text, isRaw: name === 'data-raw' } : [],
  );
  const agent = last('A');
  const json = has('json') ? ['Content-Type: application/json', 'Accept: application/json'] : [];
  const [method, output, writeOut] = [last('X'), last('o'), last('w')];
  const [maxMs, connectMs] = [
    milliseconds(last('m'), '-m'),
    milliseconds(last('connect-timeout'), '--connect-timeout'),
  ];
  return {
    urls,
    isHead: has('I'),
    isSilent: has('s'),
    showsErrors: !has('s') || has('S'),
    isVerbose: has('v'),
    includesHeaders: has('i') || has('I'),
    failsOnError: has('f'),
    followsRedirects: has('L'),
    headers: [...(agent === undefined ? [] : [`User-Agent: ${agent}`]), ...json, ...all('H')],
    data: has('G') ? [] : data,
    usesRemoteName: has('O'),
    ...(method === undefined ? {} : { method }),
    ...(output === undefined ? {} : { output }),
    ...(writeOut === undefined ? {} : { writeOut }),
    ...(maxMs === undefined ? {} : { maxMs }),
    ...(connectMs === undefined ? {} : { connectMs }),
  };
}

const tryHelp = "try 'curl --help' or 'curl --manual' for more information";

function unknown(option: string): UsageError {
  return new UsageError(`option ${option}: is unknown\ncurl: ${tryHelp}`, 2);
}

function needed(value: string | undefined, option: string): string {
  if (value !== undefined) return value;
  throw new UsageError(`option ${option}: requires parameter\ncurl: ${tryHelp}`, 2);
}

function milliseconds(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,7}(\.\d{1,6})?$/.test(text)) {
    throw new UsageError(`option ${option}: expected a proper numerical parameter\ncurl: ${tryHelp}`, 2);
  }
  return Math.round(Number(text) * 1000);
}
