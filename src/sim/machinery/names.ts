// Which names, keys and values Kubernetes accepts, and what it says of the others.
//
// Each validator returns the messages that the API server would give, in its order; none if the text is
// fine. Source: "Object Names and IDs" and "Labels and Selectors" in the Kubernetes documentation; the
// wording and its order from recordings of 1.36.
import { utf8Length } from './go-text.ts';
import type { Random } from './random.ts';

/** Checks one text. */
export type Validator = (text: string) => string[];

const LABEL_PATTERN = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN_PATTERN = `${LABEL_PATTERN}(\\.${LABEL_PATTERN})*`;
const WILDCARD_PATTERN = `\\*\\.${SUBDOMAIN_PATTERN}`;
const LABEL_1035_PATTERN = '[a-z]([-a-z0-9]*[a-z0-9])?';
const QUALIFIED_NAME_PATTERN = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const LABEL_VALUE_PATTERN = `(${QUALIFIED_NAME_PATTERN})?`;
const CONFIG_MAP_KEY_PATTERN = '[-._a-zA-Z0-9]+';
const ENV_VAR_NAME_PATTERN = '[-._a-zA-Z][-._a-zA-Z0-9]*';

const LABEL_WITH_UNDERSCORE = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const UNDERSCORE_PATTERN = `${LABEL_WITH_UNDERSCORE}(\\.${LABEL_WITH_UNDERSCORE})*`;

const LABEL = whole(LABEL_PATTERN);
const SUBDOMAIN = whole(SUBDOMAIN_PATTERN);
const WILDCARD = whole(WILDCARD_PATTERN);
const SUBDOMAIN_WITH_UNDERSCORE = whole(UNDERSCORE_PATTERN);
const LABEL_1035 = whole(LABEL_1035_PATTERN);
const QUALIFIED_NAME = whole(QUALIFIED_NAME_PATTERN);
const LABEL_VALUE = whole(LABEL_VALUE_PATTERN);
const CONFIG_MAP_KEY = whole(CONFIG_MAP_KEY_PATTERN);
const ENV_VAR_NAME = whole(ENV_VAR_NAME_PATTERN);
const PORT_NAME = /^[-a-z0-9]+$/;
const PRINTABLE_BUT_EQUALS = /^[ -<>-~]+$/;

const LABEL_MESSAGE = `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character${examples(LABEL_PATTERN, 'my-name', '123-abc')}`;
const SUBDOMAIN_MESSAGE = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character${examples(SUBDOMAIN_PATTERN, 'example.com')}`;
const WILDCARD_MESSAGE = `a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character${examples(WILDCARD_PATTERN, '*.example.com')}`;
const UNDERSCORE_MESSAGE = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character${examples(UNDERSCORE_PATTERN, 'example.com')}`;
const LABEL_1035_MESSAGE = `a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character${examples(LABEL_1035_PATTERN, 'my-name', 'abc-123')}`;
const QUALIFIED_NAME_MESSAGE = `must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character${examples(QUALIFIED_NAME_PATTERN, 'MyName', 'my.name', '123-abc')}`;
const LABEL_VALUE_MESSAGE = `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character${examples(LABEL_VALUE_PATTERN, 'MyValue', 'my_value', '12345')}`;
const CONFIG_MAP_KEY_MESSAGE = `a valid config key must consist of alphanumeric characters, '-', '_' or '.'${examples(CONFIG_MAP_KEY_PATTERN, 'key.name', 'KEY_NAME', 'key-name')}`;
const ENV_VAR_NAME_MESSAGE = `a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit${examples(ENV_VAR_NAME_PATTERN, 'my.env-name', 'MY_ENV.NAME', 'MyEnvName1')}`;

/** The longest part of a DNS name, and of a label key or value, in bytes. */
export const DNS_LABEL_MAX_LENGTH = 63;
/** The longest DNS name, in bytes. */
export const DNS_SUBDOMAIN_MAX_LENGTH = 253;

/** Namespaces, container and volume names, StatefulSets: one part of a DNS name. */
export function dns1123Label(text: string): string[] {
  const errors = noLongerThan(DNS_LABEL_MAX_LENGTH, text);
  if (!LABEL.test(text)) errors.push(SUBDOMAIN.test(text) ? 'must not contain dots' : LABEL_MESSAGE);
  return errors;
}

/** The names of most objects: parts of a DNS name, with dots between them. */
export function dns1123Subdomain(text: string): string[] {
  const errors = noLongerThan(DNS_SUBDOMAIN_MAX_LENGTH, text);
  if (!SUBDOMAIN.test(text)) errors.push(SUBDOMAIN_MESSAGE);
  return errors;
}

/** A DNS name whose first part stands for any: `*.example.com`. */
export function wildcardSubdomain(text: string): string[] {
  const errors = noLongerThan(DNS_SUBDOMAIN_MAX_LENGTH, text);
  if (!WILDCARD.test(text)) errors.push(WILDCARD_MESSAGE);
  return errors;
}

/** A domain in which a resolver searches: its parts may have underscores. */
export function dns1123SubdomainWithUnderscore(text: string): string[] {
  const errors = noLongerThan(DNS_SUBDOMAIN_MAX_LENGTH, text);
  if (!SUBDOMAIN_WITH_UNDERSCORE.test(text)) errors.push(UNDERSCORE_MESSAGE);
  return errors;
}

/** The older, stricter part of a DNS name, which starts with a letter. */
export function dns1035Label(text: string): string[] {
  const errors = noLongerThan(DNS_LABEL_MAX_LENGTH, text);
  if (!LABEL_1035.test(text)) errors.push(LABEL_1035_MESSAGE);
  return errors;
}

/** The keys of labels and annotations: `name`, or `prefix/name` where the prefix is a DNS name. */
export function qualifiedName(text: string): string[] {
  const parts = text.split('/');
  if (parts.length > 2) {
    return [
      `a valid label key ${QUALIFIED_NAME_MESSAGE} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  const name = parts.at(-1) as string;
  const errors = parts.length === 2 ? prefixErrors(parts[0] as string) : [];
  if (name === '') errors.push('name part must be non-empty');
  else if (utf8Length(name) > DNS_LABEL_MAX_LENGTH) {
    errors.push(`name part must be no more than ${DNS_LABEL_MAX_LENGTH} bytes`);
  }
  if (!QUALIFIED_NAME.test(name)) errors.push(`name part ${QUALIFIED_NAME_MESSAGE}`);
  return errors;
}

function prefixErrors(prefix: string): string[] {
  if (prefix === '') return ['prefix part must be non-empty'];
  return dns1123Subdomain(prefix).map((message) => `prefix part ${message}`);
}

/** The value of a label. */
export function labelValue(text: string): string[] {
  const tooLong = utf8Length(text) > DNS_LABEL_MAX_LENGTH;
  const errors = tooLong ? [`must be no more than ${DNS_LABEL_MAX_LENGTH} bytes`] : [];
  if (!LABEL_VALUE.test(text)) errors.push(LABEL_VALUE_MESSAGE);
  return errors;
}

/** The name of a container's or a Service's port. */
export function portName(text: string): string[] {
  const errors = noLongerThan(15, text);
  if (!PORT_NAME.test(text)) {
    errors.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
  }
  if (!/[a-z]/.test(text)) errors.push('must contain at least one letter (a-z)');
  if (text.includes('--')) errors.push('must not contain consecutive hyphens');
  if (text.startsWith('-') || text.endsWith('-')) errors.push('must not begin or end with a hyphen');
  return errors;
}

/** A port as a number. */
export function portNumber(port: number): string[] {
  return port >= 1 && port <= 65_535 ? [] : ['must be between 1 and 65535, inclusive'];
}

/** An environment variable as `envFrom` takes it; `relaxedEnvVarName` is what `env` takes. */
export function envVarName(text: string): string[] {
  const errors = ENV_VAR_NAME.test(text) ? [] : [ENV_VAR_NAME_MESSAGE];
  return errors.concat(pathErrors(text));
}

/** An environment variable as `env` takes it since 1.34: anything printable but `=`. */
export function relaxedEnvVarName(text: string): string[] {
  if (text === '') return ['environment variable name must be non-empty'];
  if (PRINTABLE_BUT_EQUALS.test(text)) return [];
  return ["a valid environment variable name must consist only of printable ASCII characters other than '='"];
}

/** A key of a ConfigMap or a Secret, which is a file name once it is mounted. */
export function configMapKey(text: string): string[] {
  const errors = noLongerThan(DNS_SUBDOMAIN_MAX_LENGTH, text);
  if (!CONFIG_MAP_KEY.test(text)) errors.push(CONFIG_MAP_KEY_MESSAGE);
  return errors.concat(pathErrors(text));
}

/** What can be one step of a URL's path: the names of kinds without a stricter rule. */
export function pathSegment(text: string): string[] {
  if (text === '.' || text === '..') return [`may not be '${text}'`];
  return ['/', '%'].filter((part) => text.includes(part)).map((part) => `may not contain '${part}'`);
}

/** The check of `metadata.generateName`: that of the name, but it may end with a dash. */
export function generateNamePrefix(validator: Validator): Validator {
  return (prefix) => {
    const isDashed = prefix.length > 1 && prefix.endsWith('-');
    return validator(isDashed ? `${prefix.slice(0, -2)}a` : prefix);
  };
}

/** Letters and digits that form no words and cannot be mistaken for each other. */
export const SUFFIX_ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

const SUFFIX_LENGTH = 5;

/** `length` random characters of the suffix alphabet, as in `web-6d4f4d4b4c-x7k2p`. */
export function randomSuffix(random: Random, length = SUFFIX_LENGTH): string {
  let suffix = '';
  for (let i = 0; i < length; i++) suffix += SUFFIX_ALPHABET[random.int(SUFFIX_ALPHABET.length)];
  return suffix;
}

/** The name the API server makes of `metadata.generateName`: at most 63 characters, so 58 of the prefix. */
export function generateName(prefix: string, random: Random): string {
  return prefix.slice(0, DNS_LABEL_MAX_LENGTH - SUFFIX_LENGTH) + randomSuffix(random);
}

function noLongerThan(maxBytes: number, text: string): string[] {
  return utf8Length(text) > maxBytes ? [`must be no more than ${maxBytes} characters`] : [];
}

/** Keys become file names, so they must not lead out of their directory. */
function pathErrors(text: string): string[] {
  if (text === '.' || text === '..') return [`must not be '${text}'`];
  return text.startsWith('..') ? ["must not start with '..'"] : [];
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}

function examples(pattern: string, ...names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`).join(',  or ');
  return ` (e.g. ${quoted}, regex used for validation is '${pattern}')`;
}
