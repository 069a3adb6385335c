// JSON values as YAML, in the form of `kubectl get -o yaml`: keys in natural order, lists not indented, long lines folded,
// texts in quotes only where they need them.
// Source: recorded output of 1.36.

import { compareNaturally } from './natural-order.ts';
import { keyText, scalarText } from './write-scalar.ts';

const STEP = 2;

/** Prints a JSON value; ends with a newline. Members that are undefined are left out. */
export function toYaml(value: unknown): string {
  return isCollection(value) ? block(value, 0) : `${scalarText(value, { column: 0, indent: 0 })}\n`;
}

function block(value: object, indent: number): string {
  const margin = ' '.repeat(indent);
  const lines = Array.isArray(value)
    ? value.map((item) => `${margin}-${itemText(item, indent)}`)
    : membersOf(value).map(([name, member]) => {
        const key = `${margin}${keyText(name)}:`;
        return `${key}${memberText(member, indent, [...key].length + 1)}`;
      });
  return lines.join('');
}

/** What follows the dash. The first line of a map or list within stands beside it. */
function itemText(item: unknown, indent: number): string {
  if (isCollection(item)) return ` ${block(item, indent + STEP).slice(indent + STEP)}`;
  return ` ${leafText(item, indent, indent + STEP)}\n`;
}

function memberText(member: unknown, indent: number, column: number): string {
  if (Array.isArray(member) && member.length > 0) return `\n${block(member, indent)}`;
  if (isCollection(member)) return `\n${block(member, indent + STEP)}`;
  return ` ${leafText(member, indent, column)}\n`;
}

function leafText(value: unknown, indent: number, column: number): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[]' : '{}';
  return scalarText(value, { column, indent: indent + STEP });
}

function membersOf(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => compareNaturally(a, b));
}

/** A map or list that is not empty: the empty ones are written on one line. */
function isCollection(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) ? value.length > 0 : Object.values(value).some((it) => it !== undefined);
}
