/** What makes a manifest unreadable as YAML, with its place, while somebody types. */
import { loadAll, YAMLException } from 'js-yaml';
import type { Problem } from './protocol.ts';

export function problemsOf(text: string): readonly Problem[] {
  try {
    loadAll(text, { maxDepth: 100, maxAliases: 100 });
    return [];
  } catch (error) {
    if (!(error instanceof YAMLException)) return [];
    const { reason, mark } = error;
    return [{ line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1, message: reason }];
  }
}
