// `-o`: the formats objects are printed in.
import { toYaml } from '../../sim/index.ts';
import { usageError } from '../command.ts';
import { customColumns } from './custom-columns.ts';
import { goTemplate } from './go-template.ts';
import { jsonPath } from './jsonpath.ts';
import { prefixOf } from './table.ts';
import type { ObjectPrinter, Printable } from './whole.ts';
import { asWhole } from './whole.ts';

export type { ObjectPrinter, Printable } from './whole.ts';
export { sortKeys } from './whole.ts';

/** The printer of `-o FORMAT`; undefined for the table forms (none, wide). Throws `CommandError`. */
export function printerFor(
  format: string | undefined,
  options: { readonly hasHeaders?: boolean } = {},
): ObjectPrinter | undefined {
  if (format === undefined || format === '' || format === 'wide') return undefined;
  if (format === 'yaml') return (items, asList) => toYaml(asWhole(items, asList));
  if (format === 'json') return (items, asList) => `${JSON.stringify(asWhole(items, asList), null, 4)}\n`;
  if (format === 'name') return (items) => items.map(nameLine).join('');
  const equals = format.indexOf('=');
  const [name, argument] =
    equals < 0 ? [format, undefined] : [format.slice(0, equals), format.slice(equals + 1)];
  const templated = templates.get(name);
  if (!templated) throw usageError(unknownFormat(format));
  return templated(argument, options);
}

const templates = new Map<
  string,
  (argument: string | undefined, options: { readonly hasHeaders?: boolean }) => ObjectPrinter
>([
  ['jsonpath', (argument) => jsonPath(argument)],
  ['jsonpath-as-json', (argument) => jsonPath(argument, { asJson: true })],
  ['custom-columns', customColumns],
  ['go-template', goTemplate],
]);

function unknownFormat(format: string): string {
  const known =
    'custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,wide,yaml';
  return `unable to match a printer suitable for the output format ${JSON.stringify(format)}, allowed formats are: ${known}`;
}

function nameLine({ kind, object }: Printable): string {
  return `${prefixOf(kind)}/${object.metadata.name}\n`;
}
