// Exercises from disk: every folder of exercises/ that has an exercise.yaml, or is meant to.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise, Parsed } from '../parse-exercise.ts';
import { parseExercise } from '../parse-exercise.ts';
import { filesBeside } from './files-beside.ts';

/** The names of the exercises in a folder, sorted. Throws where there is no such folder. */
export function slugsIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

/** Reads an exercise; its id must be the name of its folder. */
export function loadExercise(folder: string, slug: string): Parsed<Exercise> {
  const { files, warnings } = filesBeside(join(folder, slug));
  if (warnings.length > 0) return { ok: false, problems: warnings };
  const parsed = parseExercise(files);
  if (parsed.ok && parsed.value.definition.id !== slug) {
    return {
      ok: false,
      problems: [`exercise.yaml: id is ${parsed.value.definition.id}, its folder ${slug}`],
    };
  }
  return parsed;
}
