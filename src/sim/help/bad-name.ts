// Names with characters that names may not have, or with too many.
import {
  configMapKey,
  dns1035Label,
  dns1123Label,
  dns1123Subdomain,
  labelValue,
  portName,
  qualifiedName,
} from '../machinery/names.ts';
import type { Remedy, Trouble } from './cause.ts';
import { isMap, locate } from './locate.ts';
import { plainWord } from './plain-word.ts';

interface Rule {
  /** Of the message. */
  readonly says: RegExp;
  readonly isLowerCase: boolean;
  /** What must not stand in it, and becomes a dash. */
  readonly others: RegExp;
  check(text: string): readonly string[];
  /** Where it is the key that is wrong. */
  readonly part?: 'key';
}

const RULES: readonly Rule[] = [
  {
    says: /RFC 1123 label|must not contain dots/,
    isLowerCase: true,
    others: /[^a-z0-9-]+/g,
    check: dns1123Label,
  },
  { says: /RFC 1123 subdomain/, isLowerCase: true, others: /[^a-z0-9.-]+/g, check: dns1123Subdomain },
  { says: /DNS-1035 label|RFC 1035 label/, isLowerCase: true, others: /[^a-z0-9-]+/g, check: dns1035Label },
  { says: /a valid label must/, isLowerCase: false, others: /[^\w.-]+/g, check: labelValue },
  { says: /a valid config key/, isLowerCase: false, others: /[^\w.-]+/g, check: configMapKey, part: 'key' },
  {
    says: /name part must consist|a valid label key/,
    isLowerCase: false,
    others: /[^\w./-]+/g,
    check: qualifiedName,
    part: 'key',
  },
  {
    says: /must contain only alpha-numeric characters \(a-z, 0-9\), and hyphens/,
    isLowerCase: true,
    others: /[^a-z0-9-]+/g,
    check: portName,
  },
];

export function badName(trouble: Trouble): Remedy | undefined {
  const { message, bad } = trouble;
  if (bad === undefined) return undefined;
  const place = placeOfText(trouble, bad);
  const [, max] = /must be no more than (\d+) (?:bytes|characters)/.exec(message) ?? [];
  if (max !== undefined) return { ...place, advice: { is: 'shorter', max } };
  const rule = RULES.find(({ says }) => says.test(message));
  if (rule === undefined) return place.path === undefined ? undefined : place;
  const name = legal(bad, rule);
  const found = { ...place, ...(rule.part ? { part: rule.part } : {}) };
  if (name === undefined) return found;
  return { ...found, advice: { is: 'write-name', name }, instead: plainWord(name) };
}

/** The nearest name that is legal. */
function legal(bad: string, { isLowerCase, others, check }: Rule): string | undefined {
  const bare = bad
    .replace(/^[a-z]+:\/\//, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  const name = (isLowerCase ? bare.toLowerCase() : bare)
    .replace(others, '-')
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
    .slice(0, 253);
  return name !== '' && name !== bad && check(name).length === 0 ? name : undefined;
}

/** Messages about a map of labels name the map; the key or value that they show is in it. */
function placeOfText({ kind, object, field }: Trouble, bad: string): Pick<Remedy, 'path' | 'part'> {
  const { value } = locate(kind.schema, object, field);
  // Labels that the API server makes of the object's name.
  const { metadata } = object;
  const isName = field !== 'metadata.name' && isMap(metadata) && metadata.name === bad;
  if (!isMap(value)) return isName && value === undefined ? { path: 'metadata.name', part: 'value' } : {};
  if (Object.hasOwn(value, bad)) return { path: `${field}[${bad}]`, part: 'key' };
  const key = Object.keys(value).find((it) => value[it] === bad);
  return key === undefined ? {} : { path: `${field}[${key}]`, part: 'value' };
}
