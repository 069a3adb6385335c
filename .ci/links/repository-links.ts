/** Links and pictures in the project's own Markdown, which lead to files beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `](path)`, `src="path"` and `srcset="path"`. */
const TARGETS = /\]\(([^)\s#]+)(?:#[^)]*)?\)|\b(?:src|srcset|href)="([^"#]+)"/g;

/** One line for each link of these files to a file that is not there. Other sites are not asked. */
export function repositoryFaults(paths: readonly string[]): string[] {
  return paths.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        [...line.matchAll(TARGETS)]
          .map(([, link, source]) => link ?? source ?? '')
          .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(dirname(path), target)))
          .map((target) => `${path}:${index + 1}: ${target} is not there`),
      ),
  );
}
