// `petset grade --diff OLD.json NEW.json`: says whose grade moved.

import { canonicalJson } from '../canonical-json.ts';
import { diffGrades, diffText } from '../report/diff.ts';
import { shownJson } from '../report/shown.ts';
import { wrongUsage } from './complain.ts';
import type { GradeCall } from './grade-call.ts';
import { readGrades } from './read-grades.ts';

export function gradeDiff({ paths, formats, locale }: GradeCall): number {
  const [before, after] = paths.map(readGrades);
  if (!before?.ok) return wrongUsage(before?.problems[0] ?? '');
  if (!after?.ok) return wrongUsage(after?.problems[0] ?? '');
  const diff = diffGrades(before.value, after.value);
  const isJson = formats.includes('json');
  process.stdout.write(isJson ? `${shownJson(canonicalJson(diff))}\n` : diffText(diff, locale));
  return 0;
}
