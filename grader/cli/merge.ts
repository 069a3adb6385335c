// `petset merge SHARD…`: the parts of a class that several machines graded, as if one had.

import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { canonicalJson } from '../canonical-json.ts';
import type { Locale } from '../locale.ts';
import { isLocale, LOCALES } from '../locale.ts';
import type { Grades } from '../report/grades.ts';
import { GRADES_FILE } from '../report/json.ts';
import { shownLine } from '../report/shown.ts';
import { widthOf } from '../report/width.ts';
import { command } from './command.ts';
import { flagProblem, wrongUsage } from './complain.ts';
import { loadParts, readCourse } from './course.ts';
import { EXERCISES } from './exercises-folder.ts';
import type { FormatName } from './format-names.ts';
import { FILLING_FORMATS, FORMAT_NAMES, readFormats } from './format-names.ts';
import { readTable } from './intake/table.ts';
import { makeOutFolder } from './out-folder.ts';
import { Outcomes } from './outcomes.ts';
import { readGrades } from './read-grades.ts';
import { chosenFormats, GradesWriter } from './write-grades.ts';

export const usage = `Usage: petset merge SHARD… [--format F,…] [--out DIR] [--rules grading.yaml] [--gradebook FILE] [--locale en|ko]

Puts together what \`petset grade --shard I/N\` wrote, N parts in any order: SHARD is a grades.json, or the --out folder that holds one.
What comes out is, byte for byte, what one machine would have written. Without --shard parts it also turns one grades.json into
other formats.

  --format F,…      as of petset grade
  --out DIR         write every format into DIR (made if absent), with grades.json and one .txt a student
  --rules FILE      the grading.yaml that it was graded by, for the words of hidden checks
  --gradebook FILE  for canvas and moodle: the gradebook that you exported
  --exercises DIR   where the exercises are
  --locale L        en (default) or ko
  --fail-under P    exit with 1 if somebody has less than P per cent in a report, or one could not be graded

Exit codes: 0 merged, 1 below --fail-under, 2 wrong usage, parts that are missing included, 3 something of ours broke.
`;

interface Call {
  readonly paths: readonly string[];
  readonly help: boolean;
  readonly formats: readonly FormatName[];
  readonly out?: string;
  readonly rules?: string;
  readonly gradebook?: string;
  readonly exercises: string;
  readonly locale: Locale;
  readonly failUnder?: number;
}

export const mergeCommand = command(usage, readCall, merge);

function merge(call: Call): number {
  const parts: Grades[] = [];
  for (const path of call.paths) {
    const read = readGrades(isFolder(path) ? join(path, GRADES_FILE) : path);
    if (!read.ok) return wrongUsage(read.problems[0] ?? '');
    parts.push(read.value);
  }
  const merged = mergeGrades(parts);
  if (typeof merged === 'string') return wrongUsage(merged);
  const outProblem = call.out === undefined ? undefined : makeOutFolder(call.out);
  if (outProblem !== undefined) return wrongUsage(outProblem);
  return writeMerged(call, merged);
}

/** The whole of a class; what is wrong with the parts, in a sentence. */
export function mergeGrades(parts: readonly Grades[]): Grades | string {
  const [first] = parts;
  if (!first) return 'there is nothing to merge';
  const { shard, students: _, ...head } = first;
  const of = shard?.of ?? 1;
  const indexes = parts.map((part) => part.shard?.index ?? 0);
  for (const part of parts) {
    const { shard: own, students: __, ...other } = part;
    if ((own?.of ?? 1) !== of)
      return 'the parts are not of one division: they were made with different --shard I/N';
    if (canonicalJson(other) !== canonicalJson(head))
      return 'the parts were graded by different rules, exercises, rosters or versions of the grader';
  }
  const missing = Array.from({ length: of }, (_, index) => index).filter((index) => !indexes.includes(index));
  if (missing.length > 0) return `parts are missing: ${missing.map((index) => `${index}/${of}`).join(', ')}`;
  if (parts.length !== of) return 'a part is there twice';
  const students = parts.flatMap((part) => part.students);
  return { ...head, students: students.sort((a, b) => (a.student < b.student ? -1 : 1)) };
}

function writeMerged(call: Call, { students, ...head }: Grades): number {
  const loaded = loadParts(call.exercises, call.rules, undefined);
  if (!loaded.ok) return wrongUsage(loaded.problems[0] ?? '');
  const { course } = readCourse(loaded.value);
  const gradebook = call.gradebook === undefined ? undefined : readTable(call.gradebook);
  if (gradebook && !gradebook.ok) return wrongUsage(gradebook.problems[0] ?? '');
  const writer = new GradesWriter({
    context: {
      head,
      exercises: course.exercises,
      locale: call.locale,
      nameWidth: students.reduce((width, { student }) => Math.max(width, widthOf(shownLine(student))), 0),
      platform: process.env,
      ...(gradebook ? { gradebook: gradebook.value } : {}),
    },
    ...chosenFormats(call, students.length),
  });
  const outcomes = new Outcomes();
  for (const student of students) {
    outcomes.add(student);
    writer.student(student);
  }
  for (const warning of writer.close()) process.stderr.write(`petset: ${shownLine(warning)}\n`);
  return outcomes.exitCode(call.failUnder);
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function readCall(words: readonly string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        format: { type: 'string', multiple: true, default: [] as string[] },
        out: { type: 'string' },
        rules: { type: 'string' },
        gradebook: { type: 'string' },
        exercises: { type: 'string', default: EXERCISES },
        locale: { type: 'string', default: 'en' },
        'fail-under': { type: 'string' },
      },
    });
    const { help, out, rules, gradebook, exercises, locale } = values;
    const { names, unknown } = readFormats(values.format);
    const failUnder = values['fail-under'] === undefined ? undefined : Number(values['fail-under']);
    if (!help && positionals.length === 0) return 'merge takes at least one SHARD';
    if (unknown !== undefined) return `--format takes ${FORMAT_NAMES.join(', ')}, not ${unknown}`;
    if (!isLocale(locale)) return `--locale takes ${LOCALES.join(' or ')}, not ${locale}`;
    if (out === undefined && names.length > 1) return `${names.join(' and ')} together need --out DIR`;
    if (names.some((name) => FILLING_FORMATS.includes(name)) && gradebook === undefined)
      return 'canvas and moodle need --gradebook FILE, the file that you exported from there';
    if (failUnder !== undefined && !(failUnder >= 0 && failUnder <= 100))
      return '--fail-under takes 0 to 100';
    const given = Object.entries({ out, rules, gradebook, failUnder }).filter(
      ([, value]) => value !== undefined,
    );
    return { paths: positionals, help, formats: names, exercises, locale, ...Object.fromEntries(given) };
  } catch (error) {
    return flagProblem(error);
  }
}
