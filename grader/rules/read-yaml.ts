// An instructor's YAML file, held against its schema: every problem with its line and column.
import { load, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import type { Parsed } from '../parse-exercise.ts';
import { yamlPositions } from './yaml-positions.ts';

const charsMax = 1_000_000;
const problemsMax = 20;

/** Reads a file; problems read `grading.yaml:3:5: late.per-day: …`. */
export function readYaml<T extends z.ZodType>(name: string, text: string, schema: T): Parsed<z.output<T>> {
  if (text.length > charsMax) return { ok: false, problems: [`${name}: longer than ${charsMax} characters`] };
  let tree: unknown;
  try {
    tree = load(text) ?? {};
  } catch (error) {
    return { ok: false, problems: [syntaxProblem(name, error)] };
  }
  const parsed = schema.safeParse(tree);
  if (parsed.success) return { ok: true, value: parsed.data };
  const positionOf = yamlPositions(text);
  const problems = parsed.error.issues.slice(0, problemsMax).flatMap((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    return unknown.map((key) => {
      const path = key === undefined ? issue.path : [...issue.path, key];
      const { line, column } = positionOf(path);
      const where = path.map(String).join('.');
      const what = key === undefined ? issue.message : 'there is no such setting';
      return `${name}:${line}:${column}: ${where === '' ? what : `${where}: ${what}`}`;
    });
  });
  return { ok: false, problems };
}

function syntaxProblem(name: string, error: unknown): string {
  if (!(error instanceof YAMLException)) throw error;
  const { mark, reason } = error;
  const place = mark ? `:${mark.line + 1}:${mark.column + 1}` : '';
  return `${name}${place}: it is not YAML: ${reason}`;
}
