// What an instructor points at, as files with names on them: a file, a student's folder, a folder of students, a zip from a
// learning platform, and zips within those.
import { lstatSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { folderClaim } from '../../intake/claim.ts';
import { platformName } from '../../intake/file-names.ts';
import type { GradescopeEntry } from '../../intake/gradescope-export.ts';
import { GRADESCOPE_LIST, readGradescopeList } from '../../intake/gradescope-export.ts';
import type { Handed } from '../../intake/sort-out.ts';
import { sortOut } from '../../intake/sort-out.ts';
import type { Listing } from './folder.ts';
import { listFolder, sourceOf } from './folder.ts';
import { readBounded } from './read-bounded.ts';
import type { Source } from './source.ts';
import { isZipName } from './source.ts';
import { textOf } from './text-of.ts';
import { listZip, zipBounds } from './zip.ts';

export interface Gathered {
  readonly handed: readonly Handed<Source>[];
  /** Folders of students, those with nothing in them too. */
  readonly folders: readonly string[];
  /** What was passed over, in words. */
  readonly warnings: readonly string[];
}

/** Finds what was handed in below some paths. Throws an error of node:fs where a path is not there. */
export async function gather(paths: readonly string[]): Promise<Gathered> {
  const handed: Handed<Source>[] = [];
  const folders = new Set<string>();
  const warnings: string[] = [];
  for (const path of paths) {
    const found = await gatherOne(path);
    handed.push(...found.handed);
    for (const folder of found.folders) folders.add(folder);
    warnings.push(...found.warnings);
  }
  return { handed, folders: [...folders].sort(), warnings };
}

async function gatherOne(path: string): Promise<Gathered> {
  const stat = lstatSync(path);
  if (stat.isDirectory()) return sorted(basename(resolve(path)), listFolder(path));
  if (stat.isFile() && isZipName(path)) {
    const label = basename(path);
    try {
      return await sorted(label.slice(0, -'.zip'.length), await listZip(path, path));
    } catch (error) {
      return { handed: [], folders: [], warnings: [`${path}: ${zipProblem(error)}`] };
    }
  }
  const file = basename(path);
  const source = sourceOf(path, [file]);
  const named = platformName(file);
  const claim = named?.claim ?? folderClaim(basename(dirname(resolve(path))));
  return {
    handed: [{ entry: source, claim, ...named, file: named?.file ?? file }],
    folders: [],
    warnings: [],
  };
}

async function sorted(name: string, listing: Listing): Promise<Gathered> {
  const warnings = [...listing.warnings];
  const sources: Source[] = [];
  const folders = new Set(listing.folders);
  let gradescope: ReadonlyMap<string, GradescopeEntry> = new Map();
  for (const source of listing.sources) {
    const file = source.path.at(-1) ?? '';
    if (file === GRADESCOPE_LIST) {
      gradescope = (await listOf(source)) ?? gradescope;
    } else if (isZipName(file) && source.refusal === undefined) {
      const inner = await innerZip(source, warnings);
      sources.push(...inner);
      const [top = ''] = inner[0]?.path ?? [];
      if (source.path.length === 1 && inner.length > 0 && !platformName(top)) folders.add(top);
    } else sources.push(source);
  }
  const found = sortOut(name, sources, [...folders].sort(), gradescope);
  for (const { shown, refusal } of found.astray) {
    warnings.push(
      `${shown} ${refusal === 'a-link' ? 'is a link, not followed' : "is in no student's folder"}`,
    );
  }
  return { handed: found.handed, folders: found.folders, warnings };
}

async function listOf(source: Source): Promise<ReadonlyMap<string, GradescopeEntry> | undefined> {
  const read = await source.read();
  const decoded = read.ok ? textOf(read.bytes) : undefined;
  return decoded?.ok ? readGradescopeList(decoded.text) : undefined;
}

/** The files of a zip that a student handed in, as if it had been unpacked beside itself. Zips within it are left alone. */
async function innerZip(source: Source, warnings: string[]): Promise<readonly Source[]> {
  const above = source.path.slice(0, -1);
  const file = source.path.at(-1) ?? '';
  const stem = file.slice(0, -'.zip'.length);
  const folder = platformName(file) ? file : stem;
  try {
    const bytes = await bytesOf(source);
    const { sources, warnings: more } = await listZip(bytes, source.shown);
    warnings.push(...more);
    const hasWrapper = sources.every(({ path }) => path.length > 1 && path[0] === stem);
    return sources.map((inner) => ({
      ...inner,
      path: [...above, folder, ...(hasWrapper ? inner.path.slice(1) : inner.path)],
      // Opened again when it is its turn, so that zips need not be held all together.
      read: async () => {
        const again = await listZip(await bytesOf(source), source.shown);
        const same = again.sources.find((it) => it.shown === inner.shown);
        return (same ?? inner).read();
      },
    }));
  } catch (error) {
    warnings.push(`${source.shown}: ${zipProblem(error)}`);
    return [];
  }
}

async function bytesOf(source: Source): Promise<Buffer> {
  // A zip on disk may be larger than a submission may.
  const isOnDisk = !source.shown.includes('!');
  const read = isOnDisk
    ? readBounded(source.shown, source.path.at(-1) ?? '', zipBounds.innerZipBytes)
    : await source.read();
  if (!read.ok) throw new Error(`it cannot be read (${read.why.id})`);
  return read.bytes;
}

function zipProblem(error: unknown): string {
  const [first = ''] = (error as Error).message.split(/\n|\. /);
  return `it is no zip that can be read, and was passed over: ${first.slice(0, 200)}`;
}
