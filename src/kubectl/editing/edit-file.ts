// The file that an editor is given: comments on top, with the reasons why it is given again, and the objects below.
import { parseManifests, toYaml } from '../../sim/index.ts';
import type { Context } from '../command.ts';
import { usageError } from '../command.ts';
import type { JsonMap } from '../manifest-files.ts';
import { missingOf } from '../manifest-files.ts';
import { sortKeys } from '../printers/index.ts';

/** How a file of objects begins, for whoever edits it. */
export const objectOpening = [
  "Please edit the object below. Lines beginning with a '#' will be ignored,",
  'and an empty file will abort the edit. If an error occurs while saving this file will be',
  'reopened with the relevant failures.',
];

/** Why a file comes back: what is wrong, and with which of its fields. */
export interface Reason {
  readonly head: string;
  readonly causes: readonly string[];
}

/** The form that -o asks for. */
export interface FileForm {
  readonly extension: string;
  /** JSON knows no comments. */
  readonly hasComments: boolean;
  text(object: JsonMap): string;
}

const forms: ReadonlyMap<string, FileForm> = new Map([
  ['yaml', { extension: 'yaml', hasComments: true, text: toYaml }],
  [
    'json',
    {
      extension: 'json',
      hasComments: false,
      text: (object: JsonMap) => `${JSON.stringify(object, null, 4)}\n`,
    },
  ],
]);

/** Throws `CommandError` for a form that is not edited. */
export function formOf({ flags }: Context): FileForm {
  const name = flags.text('output') || 'yaml';
  const form = forms.get(name.toLowerCase());
  if (form) return form;
  throw usageError(
    `unable to match a printer suitable for the output format ${JSON.stringify(name)}, allowed formats are: json,yaml`,
  );
}

/** One object as it is, several as a List. */
export function bodyOf(objects: readonly JsonMap[], form: FileForm): string {
  const [first] = objects;
  const whole =
    first !== undefined && objects.length === 1
      ? first
      : { apiVersion: 'v1', items: objects, kind: 'List', metadata: {} };
  return form.text(sortKeys(whole) as JsonMap);
}

/** The comment lines above the objects. */
export function headerOf(opening: readonly string[], reasons: readonly Reason[]): string {
  const lines = [...opening, ''];
  for (const { head, causes } of reasons) {
    lines.push(`${head}${causes.length > 0 ? ':' : ''}`, ...causes.map((cause) => `* ${cause}`), '');
  }
  const commented = lines.map((line) => `# ${line.replaceAll('\n', '\n# ')}`.trimEnd());
  return `${commented.join('\n')}\n`;
}

/** Without the lines that are comments. */
export function withoutComments(text: string): string {
  const lines = text.split('\n');
  return lines.filter((line) => !/^\s*#(?!!)/.test(line)).join('\n');
}

export function isBlank(text: string): boolean {
  return withoutComments(text).trim() === '';
}

/** What a file says, for comparing: its value, or its text where it does not parse. */
export function meaningOf(text: string): unknown {
  const bare = withoutComments(text);
  const { documents, error } = parseManifests(bare);
  return error === undefined && documents.length < 2 ? (documents[0] ?? null) : bare;
}

/** Why the text holds no object at all; undefined where it does. */
export function faultOf(text: string): string | undefined {
  const { documents, error } = parseManifests(withoutComments(text));
  return error === undefined
    ? missingOf(documents[0])
    : error.replace(/^error converting YAML to JSON: /, '');
}
