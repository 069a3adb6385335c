/** The import lines of .astro and .mdx files, which dependency-cruiser does not read, held against the layers. */
import { posix } from 'node:path';
import { LAYERS, layerOf } from './layers.ts';

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every module that a file's text imports, as written. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** `#components/…` as package.json's `imports` spells it, and relative paths, from the project's root. */
function resolve(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(path), specifier));
  return undefined;
}

/** One line for every import of the file that its layer does not allow. */
export function checkAstroFile(path: string, text: string): string[] {
  const layer = layerOf(path);
  if (layer === undefined)
    return [`${path}: stands in none of the layers (${LAYERS.map((l) => l.path).join(', ')})`];
  return importsOf(text).flatMap((specifier) => {
    const target = resolve(path, specifier);
    if (target !== undefined) {
      const isCli = target.startsWith('grader/cli/') && !path.startsWith('grader/cli/');
      const isAllowed = [layer.path, ...layer.sees].some((start) => target.startsWith(start)) && !isCli;
      return isAllowed ? [] : [`${path} → ${target}: ${layer.name} may not import it`];
    }
    if (layer.packages === 'any' || specifier.startsWith('astro:')) return [];
    const isAllowed = layer.packages.some((name) => specifier === name || specifier.startsWith(`${name}/`));
    return isAllowed ? [] : [`${path} → ${specifier}: not a package for ${layer.name}`];
  });
}
