// One error of a 422 answer: where its field stands, and what to say beside it.
import type { Kind } from '../api/kind.ts';
import type { StatusCause } from '../machinery/field-error.ts';
import type { Advice } from './advice.ts';
import { badName } from './bad-name.ts';
import type { JsonMap } from './locate.ts';
import { isMap, locate } from './locate.ts';
import { nearest } from './nearest.ts';
import type { Point } from './refusal.ts';
import { requiredField } from './required-field.ts';
import { emptySelector, selectorMismatch } from './selector-mismatch.ts';

export interface Trouble extends StatusCause {
  readonly kind: Kind;
  readonly object: JsonMap;
  /** The text that was refused, where it is one. */
  readonly bad: string | undefined;
}

/** What an adviser has to say; the rest of the point is that of the cause. */
export interface Remedy {
  readonly path?: string;
  readonly part?: 'key' | 'value';
  readonly advice?: Advice;
  readonly instead?: string;
}

export type Adviser = (trouble: Trouble) => Remedy | undefined;

/** The first that has something to say is heard. */
const ADVISERS: readonly Adviser[] = [
  (trouble) => requiredField(trouble),
  missingPort,
  unsupportedValue,
  selectorOperator,
  (trouble) => selectorMismatch(trouble),
  (trouble) => emptySelector(trouble),
  missingVolume,
  (trouble) => badName(trouble),
  resourceName,
  quotedNumber,
  fileMode,
  schedule,
  clusterAddress,
  ownSelector,
  fixed,
];

export function adviseOn(kind: Kind, object: JsonMap, cause: StatusCause): Point {
  const field = pathMeant(object, cause.field);
  const trouble = { ...cause, field, kind, object, bad: badValue(cause.message) };
  const said = `${cause.field}: ${cause.message}`;
  const { value } = locate(kind.schema, object, field);
  const isScalar = value !== undefined && value !== null && typeof value !== 'object';
  const point: Point = { path: field, part: isScalar ? 'value' : 'key', said };
  for (const advise of ADVISERS) {
    const remedy = advise(trouble);
    if (remedy) return { ...point, ...remedy };
  }
  return point;
}

/**
 * The API server leaves out a step of what a claim asks for, speaks of a list where one address was given, and of the
 * data of a Secret that was given as plain text.
 */
function pathMeant({ kind, spec, data, stringData }: JsonMap, field: string): string {
  const [, key = ''] = /^data\[(.*)\]$/.exec(field) ?? [];
  if (kind === 'Secret' && key !== '' && isMap(stringData) && !(isMap(data) && Object.hasOwn(data, key))) {
    return `stringData[${key}]`;
  }
  if (/^spec\.clusterIPs(?:\[0\])?$/.test(field) && isMap(spec) && spec.clusterIPs === undefined) {
    return 'spec.clusterIP';
  }
  return field
    .replace(/\.resources(\[[\w-]+\])$/, '.resources.requests$1')
    .replace('.LoadBalancerSourceRanges', '.loadBalancerSourceRanges');
}

/** The text in `Invalid value: "text": …`. */
function badValue(message: string): string | undefined {
  const [, quoted] = /^[A-Z][a-z ]+: ("(?:[^"\\]|\\.)*")/.exec(message) ?? [];
  if (quoted === undefined) return undefined;
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}

/** The API server reads a port that was left out as 0. */
function missingPort({ message, field, kind, object }: Trouble): Remedy | undefined {
  if (!/\.port$/.test(field) || !message.startsWith('Invalid value: 0: must be between')) return undefined;
  const { value } = locate(kind.schema, object, field);
  return value === undefined ? { advice: { is: 'add-example', example: 'port: 80' } } : undefined;
}

function unsupportedValue(trouble: Trouble): Remedy | undefined {
  const { message, field, kind, object } = trouble;
  const words = supportedWords(message);
  if (words.length === 0) return undefined;
  if (/(?:^|\.)restartPolicy$/.test(field) && words.length === 1) {
    return { advice: { is: 'only-always', kind: kind.kind } };
  }
  const { value } = locate(kind.schema, object, field);
  // The server shows a whole strategy for its type, and a list for one of its items.
  const path = isMap(value) ? `${field}.type` : field;
  const bad = trouble.bad ?? (isMap(value) && typeof value.type === 'string' ? value.type : undefined);
  if (bad === undefined) return undefined;
  const index = Array.isArray(value) ? value.indexOf(bad) : -1;
  return slip(index < 0 ? path : `${path}[${index}]`, bad, words);
}

/** `supported values: "A", "B"`, or `must be 'A' or 'B'`. */
function supportedWords(message: string): string[] {
  const [, list = ''] = /supported values: (.*)$/.exec(message) ?? [];
  const quoted = [...list.matchAll(/"([^"]*)"/g)].map(([, word = '']) => word);
  if (quoted.length > 0) return quoted;
  const [, either] = /: must be ('\w+'(?:,? or '\w+'|, '\w+')+)$/.exec(message) ?? [];
  return [...(either ?? '').matchAll(/'(\w+)'/g)].map(([, word = '']) => word);
}

function slip(path: string, bad: string, words: readonly string[]): Remedy {
  const word = nearest(bad, words);
  const place = { path, part: 'value' } as const;
  return word === undefined ? place : { ...place, advice: { is: 'did-you-mean', word }, instead: word };
}

function selectorOperator({ message, field, bad }: Trouble): Remedy | undefined {
  if (!message.endsWith('not a valid selector operator') || bad === undefined) return undefined;
  const words = ['In', 'NotIn', 'Exists', 'DoesNotExist'];
  return slip(field, bad, /nodeAffinity/.test(field) ? [...words, 'Gt', 'Lt'] : words);
}

function missingVolume({ reason, field, bad, kind, object }: Trouble): Remedy | undefined {
  if (reason !== 'FieldValueNotFound' || bad === undefined) return undefined;
  const [, spec] =
    /^(.*?)\.?(?:initContainers|containers)\[\d+\]\.volumeMounts\[\d+\]\.name$/.exec(field) ?? [];
  if (spec === undefined) return undefined;
  const names = (path: string, of: (item: JsonMap) => unknown): string[] => {
    const { value } = locate(kind.schema, object, path);
    const items = Array.isArray(value) ? (value as unknown[]).filter(isMap) : [];
    return items.map(of).filter((name) => typeof name === 'string');
  };
  const isStatefulSet = kind.kind === 'StatefulSet';
  const known = [
    ...names(`${spec}.volumes`, ({ name }) => name),
    ...(isStatefulSet
      ? names('spec.volumeClaimTemplates', ({ metadata }) => isMap(metadata) && metadata.name)
      : []),
  ];
  // A volume of that name is there, and wrong in itself.
  if (known.includes(bad)) return undefined;
  const remedy = slip(field, bad, known);
  return remedy.advice ? remedy : { ...remedy, advice: { is: 'no-such-volume', name: bad, isStatefulSet } };
}

function resourceName({ message, field, bad, kind, object }: Trouble): Remedy | undefined {
  if (!/must be a standard resource/.test(message) || bad === undefined) return undefined;
  const { stations, value } = locate(kind.schema, object, field);
  if (value === undefined || stations.length === 0) return undefined;
  return { ...slip(field, bad, ['cpu', 'memory', 'ephemeral-storage', 'storage']), part: 'key' };
}

/** `"80"` where 80 is meant: in quotes it is a name, or a percentage. */
function quotedNumber({ message, bad }: Trouble): Remedy | undefined {
  if (bad === undefined || !/^\d{1,9}$/.test(bad)) return undefined;
  if (!/valid percent string|must contain at least one letter/.test(message)) return undefined;
  return { advice: { is: 'unquote', value: bad }, instead: bad };
}

/** `644`, which is read in tens. */
function fileMode({ message }: Trouble): Remedy | undefined {
  const [, mode] =
    /^Invalid value: ([0-7]{3}): must be a number between 0 and 0777 \(octal\)/.exec(message) ?? [];
  return mode === undefined
    ? undefined
    : { advice: { is: 'write-instead', word: `0${mode}` }, instead: `0${mode}` };
}

function schedule({ message, field }: Trouble): Remedy | undefined {
  const isFields = /(?:^|\.)schedule$/.test(field) && /expected exactly 5 fields/.test(message);
  return isFields ? { advice: { is: 'cron-fields' } } : undefined;
}

/** `none`. */
function clusterAddress({ field, bad }: Trouble): Remedy | undefined {
  return field === 'spec.clusterIP' && bad !== undefined ? slip(field, bad, ['None']) : undefined;
}

function ownSelector({ message, kind }: Trouble): Remedy | undefined {
  const isOwn = message.endsWith('`selector` not auto-generated');
  return isOwn ? { advice: { is: 'selects-its-own', kind: kind.kind } } : undefined;
}

const FIXED = [
  'field is immutable',
  'updates to statefulset spec for fields other than',
  'pod updates may not change fields other than',
  'spec is immutable after creation',
  'may not change once set',
];

function fixed({ message, kind }: Trouble): Remedy | undefined {
  const isFixed = FIXED.some((words) => message.includes(words));
  return isFixed ? { advice: { is: 'fixed-at-creation', kind: kind.kind } } : undefined;
}
