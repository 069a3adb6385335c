/** The passages of a YAML file: those of its texts that people read. */
import { load } from 'js-yaml';
import { yamlPositions } from '../../grader/rules/yaml-positions.ts';
import type { Passage } from './passage.ts';
import { CODE } from './passage.ts';

export type Steps = readonly PropertyKey[];

/** `isRead`: whether what stands at a path of keys is read. `firstLine`: where the YAML begins in its file. */
export function yamlPassages(
  path: string,
  yaml: string,
  isRead: (steps: Steps) => boolean,
  firstLine = 1,
): Passage[] {
  const positionOf = yamlPositions(yaml);
  return [...texts(load(yaml), [])]
    .filter(({ steps }) => isRead(steps))
    .map(({ steps, text }) => {
      const line = firstLine + positionOf(steps).line - 1;
      return { path, line, role: 'sentences', text: withoutCode(text) };
    });
}

function* texts(value: unknown, steps: Steps): Generator<{ readonly steps: Steps; readonly text: string }> {
  if (typeof value === 'string') yield { steps, text: value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, below] of Object.entries(value)) {
    yield* texts(below, [...steps, Array.isArray(value) ? Number(key) : key]);
  }
}

/** What is quoted as code, and what the page puts a value for. */
function withoutCode(text: string): string {
  return text.replace(/`[^`]*`|\{\{\w+\}\}/g, CODE);
}
