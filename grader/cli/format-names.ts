// The names of the formats, before any of them is loaded.

export const FORMAT_NAMES = [
  'table',
  'text',
  'json',
  'csv',
  'csv-wide',
  'html',
  'canvas',
  'moodle',
  'gradescope',
  'junit',
  'classroom50',
  'exercism',
  'prairielearn',
] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];

/** Those that fill in a file of the instructor's. */
export const FILLING_FORMATS: readonly string[] = ['canvas', 'moodle'];

/** Those that make files for each student. */
export const STUDENT_FORMATS: readonly string[] = [
  'html',
  'gradescope',
  'classroom50',
  'exercism',
  'prairielearn',
];

/** Reads `--format a,b --format c`; the first word that is no format, where there is one. */
export function readFormats(given: readonly string[]): {
  readonly names: readonly FormatName[];
  readonly unknown?: string;
} {
  const names = [...new Set(given.flatMap((one) => one.split(',')).map((name) => name.trim()))];
  const unknown = names.find((name) => !isFormat(name));
  return { names: names.filter(isFormat), ...(unknown === undefined ? {} : { unknown }) };
}

function isFormat(name: string): name is FormatName {
  return FORMAT_NAMES.some((known) => known === name);
}
