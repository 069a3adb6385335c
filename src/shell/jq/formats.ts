// `@base64`, `@tsv` … : values as text of another kind.
import { base64ToText, textToBase64, wrongBase64At } from '../../sim/index.ts';
import { JqError } from './jq-error.ts';
import { described, jsonText } from './values.ts';

/** `tostring`. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : jsonText(value);
}

const formats: ReadonlyMap<string, (value: unknown) => string> = new Map<string, (value: unknown) => string>([
  ['text', textOf],
  ['@text', textOf],
  ['@json', (value) => jsonText(value)],
  ['@base64', (value) => textToBase64(textOf(value))],
  ['@base64d', decoded],
  ['@uri', (value) => encodeURIComponent(textOf(value)).replace(/[!'()*]/g, percent)],
  ['@html', (value) => textOf(value).replace(/[&<>'"]/g, (sign) => entities.get(sign) ?? sign)],
  [
    '@tsv',
    (value) => row(value, 'tsv', '\t', (text) => text.replace(/[\\\t\n\r]/g, (it) => escapes.get(it) ?? it)),
  ],
  ['@csv', (value) => row(value, 'csv', ',', (text) => `"${text.replaceAll('"', '""')}"`)],
  ['@sh', shell],
]);

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ["'", '&#39;'],
  ['"', '&quot;'],
]);
const escapes = new Map([
  ['\\', '\\\\'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
]);
const percent = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/** Throws `JqError` for a format there is not, or a value that does not fit. */
export function format(name: string, value: unknown): string {
  const write = formats.get(name);
  if (!write) throw new JqError(`${name.slice(1)} is not a valid format`);
  return write(value);
}

function decoded(value: unknown): string {
  const text = textOf(value).replace(/\s+/g, '');
  const padded = text.padEnd(Math.ceil(text.length / 4) * 4, '=');
  if (wrongBase64At(padded) !== undefined) throw new JqError(`${described(value)} is not valid base64 data`);
  return base64ToText(padded);
}

function row(value: unknown, name: string, between: string, quote: (text: string) => string): string {
  if (!Array.isArray(value))
    throw new JqError(`${described(value)} cannot be ${name}-formatted, only an array can be`);
  return value
    .map((cell) => {
      if (typeof cell === 'string') return quote(cell);
      if (cell === null) return '';
      if (typeof cell !== 'object') return String(cell);
      throw new JqError(`${described(cell)} is not valid in a csv row`);
    })
    .join(between);
}

function shell(value: unknown): string {
  return (Array.isArray(value) ? value : [value])
    .map((part) => {
      if (typeof part === 'string') return `'${part.replaceAll("'", `'\\''`)}'`;
      if (part === null || typeof part !== 'object') return String(part);
      throw new JqError(`${described(part)} can not be escaped for shell`);
    })
    .join(' ');
}
