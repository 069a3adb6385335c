// `-o`: the formats objects are printed in.
import type { KubeObject } from '../../sim/index.ts';
import { toYaml } from '../../sim/index.ts';
import type { Context } from '../command.ts';
import { usageError } from '../command.ts';
import { absolutePath } from '../paths.ts';
import { customColumns, customColumnsFile } from './custom-columns.ts';
import { goTemplate } from './go-template.ts';
import { jsonPath, jsonPathAsJson } from './jsonpath.ts';
import { toKyaml } from './kyaml.ts';
import { prefixOf } from './table.ts';
import type { TemplateOptions } from './template-options.ts';
import type { ObjectPrinter, Printable } from './whole.ts';
import { asWhole } from './whole.ts';

export type { ObjectPrinter, Printable } from './whole.ts';
export { sortKeys } from './whole.ts';

/** Printers that need nothing but the objects. */
const whole: ReadonlyMap<string, ObjectPrinter> = new Map([
  ['json', (items, asList) => `${JSON.stringify(asWhole(items, asList), null, 4)}\n`],
  ['kyaml', (items, asList) => toKyaml(asWhole(items, asList))],
  ['name', (items) => items.map(nameLine).join('')],
  ['yaml', (items, asList) => toYaml(asWhole(items, asList))],
]);

/** The printer of a form such as `yaml`, without -o. */
export function wholePrinter(format: 'json' | 'yaml' | 'kyaml'): ObjectPrinter {
  return whole.get(format) as ObjectPrinter;
}

type Templated = (template: string, options: TemplateOptions) => ObjectPrinter;

/** Printers that follow a template, by the name before the `=`. */
const templated: ReadonlyMap<string, Templated> = new Map([
  ['go-template', goTemplate],
  ['template', goTemplate],
  ['jsonpath', jsonPath],
  ['jsonpath-as-json', jsonPathAsJson],
]);

/** The same, where the template stands in a file. */
const inFiles: ReadonlyMap<string, Templated> = new Map([
  ['go-template-file', goTemplate],
  ['templatefile', goTemplate],
  ['jsonpath-file', jsonPath],
]);

/** Formats of `kubectl get` that other commands do not have. */
const tableNames: readonly string[] = ['custom-columns', 'custom-columns-file', 'wide'];

/** Of a command that prints objects, not tables of them: -o wide is a mistake there. Throws `CommandError`. */
export function printerFor(context: Context): ObjectPrinter | undefined {
  const format = formatOf(context);
  return format === '' ? undefined : objectPrinter(context, format, false);
}

/** Of `kubectl get`: undefined for the table forms (none, wide). Throws `CommandError`. */
export function tableOrPrinterFor(context: Context): ObjectPrinter | undefined {
  const format = formatOf(context);
  return format === '' || format === 'wide' ? undefined : objectPrinter(context, format, true);
}

/** -o, or the format that --template alone stands for. */
function formatOf({ flags }: Context): string {
  const format = flags.text('output') ?? '';
  return format === '' && flags.text('template') ? 'go-template' : format;
}

function objectPrinter(context: Context, format: string, hasTables: boolean): ObjectPrinter {
  const printer = whole.get(wholeName(format));
  if (printer) return printer;
  const equals = format.indexOf('=');
  const name = equals < 0 ? format : format.slice(0, equals);
  const value = equals < 0 ? '' : format.slice(equals + 1);
  const options: TemplateOptions = {
    allowsMissingKeys: context.flags.text('allow-missing-template-keys') !== 'false',
    hasHeaders: !context.flags.bool('no-headers'),
    out: context.out,
  };
  if (hasTables && name === 'custom-columns') return customColumns(value, options);
  if (hasTables && name === 'custom-columns-file') {
    if (value === '') throw usageError('custom-columns format specified but no custom columns given');
    return customColumnsFile(readFile(context, value, 'template'), options);
  }
  const [inline, fromFile] = [templated.get(name), inFiles.get(name)];
  if (!inline && !fromFile) throw usageError(unknownFormat(format, hasTables));
  const argument = value || context.flags.text('template') || '';
  if (argument === '') throw usageError('template format specified but no template given');
  if (inline) return inline(argument, options);
  return (fromFile as Templated)(readFile(context, argument, '--template'), options);
}

/** JSON and YAML may be written in capitals. */
function wholeName(format: string): string {
  return format === 'name' ? format : format.toLowerCase().replace(/^name$/, '');
}

function readFile({ process }: Context, path: string, what: string): string {
  const { files } = process.host;
  const where = absolutePath(process, path);
  const stat = files.stat(where);
  if (!stat) throw usageError(`error reading ${what} ${path}, open ${path}: no such file or directory`);
  if (stat.type !== 'file') throw usageError(`error reading ${what} ${path}, read ${path}: is a directory`);
  return files.read(where);
}

function unknownFormat(format: string, hasTables: boolean): string {
  const known = [...whole.keys(), ...templated.keys(), ...inFiles.keys(), ...(hasTables ? tableNames : [])];
  return `unable to match a printer suitable for the output format ${JSON.stringify(format)}, allowed formats are: ${known.sort().join(',')}`;
}

function nameLine({ kind, object }: Printable): string {
  return `${prefixOf(kind)}/${shownName(object)}\n`;
}

/** The name of an object; one that the server would make up is not known yet. */
export function shownName({ metadata }: KubeObject): string {
  return metadata?.name || '<unknown>';
}
