// Reads a grades.json again. It may come from anywhere: its form is looked at before anything in it is used.
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import type { Parsed } from '../parse-exercise.ts';
import { issuesOf } from '../parse-exercise.ts';
import type { Grades } from '../report/grades.ts';
import { GRADES_FORMAT, GRADES_VERSION } from '../report/grades.ts';
import { fileProblem } from './complain.ts';

const bytesMax = 1024 ** 3;

const gradesSchema = z.looseObject({
  format: z.literal(GRADES_FORMAT),
  version: z.literal(GRADES_VERSION),
  engine: z.string(),
  title: z.string(),
  rules: z.string(),
  exercises: z.array(z.looseObject({ id: z.string(), hash: z.string(), points: z.number() })),
  shard: z.object({ index: z.int().min(0), of: z.int().min(1) }).optional(),
  students: z.array(
    z.looseObject({
      student: z.string(),
      reports: z.array(
        z.looseObject({
          exercise: z.looseObject({ id: z.string() }),
          outcome: z.enum(['graded', 'error']),
          checks: z.array(
            z.looseObject({ id: z.string(), passed: z.boolean(), findings: z.array(z.unknown()) }),
          ),
        }),
      ),
      attempts: z.array(z.looseObject({ file: z.string(), number: z.number(), of: z.number() })),
      missing: z.array(z.string()),
      grades: z.array(
        z.looseObject({ exercise: z.string(), status: z.string(), reports: z.array(z.int().min(0)) }),
      ),
      total: z.looseObject({ points: z.number(), of: z.number(), errors: z.number() }),
    }),
  ),
});

/** A problem names the file. */
export function readGrades(path: string): Parsed<Grades> {
  let text: string;
  try {
    if (statSync(path).size > bytesMax) return { ok: false, problems: [`${path}: it is too large`] };
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return { ok: false, problems: [fileProblem(path, error)] };
  }
  let tree: unknown;
  try {
    tree = JSON.parse(text);
  } catch {
    return { ok: false, problems: [`${path}: it is no complete JSON`] };
  }
  const parsed = gradesSchema.safeParse(tree);
  if (parsed.success) return { ok: true, value: tree as Grades };
  return {
    ok: false,
    problems: [`${path}: it is no grades.json of this version: ${issuesOf(parsed.error)[0]}`],
  };
}
