// What an image is, and how one is found by name. Each image is a file in images/.

import { nearest } from '../help/nearest.ts';
import { compareText } from '../machinery/go-text.ts';
import type { ImageName } from '../machinery/image-name.ts';
import { parseImageName } from '../machinery/image-name.ts';
import type { ImageFiles } from './file-tree.ts';
import type { Program, Signal } from './process.ts';
import { sha256 } from './sha256.ts';
import { isBeyond, isUsualTag } from './tag.ts';

/** An image under one or more names: what each of its tags holds. */
export interface Image {
  /** In full, e.g. docker.io/library/nginx; the first one is shown to the learner. */
  readonly repositories: readonly string[];
  /** Whether there is such a tag; any that looks like a version or a channel (`isUsualTag`), if absent. */
  readonly hasTag?: (tag: string) => boolean;
  /** The newest version, as far as it is told: 1.37, or 8 where every 8.… may be. Older ones are there; if absent, all are. */
  readonly newest?: string;
  /** A tag to show as an example. */
  readonly exampleTag: string;
  contents(tag: string, tools: Tools): ImageContents;
}

/** The programs that images are made of, injected because the shell lives outside the simulator. */
export interface Tools {
  readonly shell: Program;
  /** By name: cat, ls, sleep … */
  readonly programs: ReadonlyMap<string, Program>;
}

export interface ImageContents {
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  /** Environment beyond PATH, in order. */
  readonly env?: readonly (readonly [string, string])[];
  readonly workingDirectory?: string;
  /** Whom it runs as: a name or a number, with a group after a colon; root if absent. */
  readonly user?: string;
  /** The signal that asks it to stop; SIGTERM if absent. */
  readonly stopSignal?: Signal;
  /** Ports it listens on by default: for documentation, as EXPOSE is. */
  readonly ports?: readonly number[];
  /** By name, found in any usual directory (`/bin` shows them), or by absolute path, found there only. */
  readonly programs: ReadonlyMap<string, Program>;
  readonly files?: ImageFiles;
}

/** One image as it lies on a node. */
export interface PulledImage {
  readonly name: ImageName;
  /** E.g. docker.io/library/nginx@sha256:… */
  readonly id: string;
  readonly sizeBytes: number;
  readonly contents: ImageContents;
  /** Its files, programs included; shared by all its containers. */
  readonly files: ImageFiles;
}

/** What a program file holds: an ELF magic number. */
const programContent = '\u007fELF';
const programMode = 0o755;

/**
 * The images there are. The same name always gives the same digest and size.
 *
 * Departs: a repository has every tag that looks like a version up to the newest, whether or not it was ever published, and all
 * tags but for the version in them hold the same; digests are SHA-256 of the full name.
 */
export class ImageRegistry {
  readonly #images: readonly Image[];
  readonly #tools: Tools;
  readonly #byRepository = new Map<string, Image>();
  readonly #pulled = new Map<string, PulledImage>();

  constructor(images: readonly Image[], tools: Tools) {
    this.#images = images;
    this.#tools = tools;
    for (const image of images) {
      for (const repository of image.repositories) this.#byRepository.set(repository, image);
    }
  }

  /** The image of that name, or undefined where no registry has it. */
  find(name: string): PulledImage | undefined {
    const parsed = parseImageName(name);
    if ('error' in parsed) return undefined;
    const known = this.#pulled.get(parsed.full);
    if (known !== undefined) return known;
    const image = this.#byRepository.get(parsed.repository);
    const tag = parsed.tag ?? 'latest';
    if (image === undefined || !hasTag(image, tag)) return undefined;
    const contents = image.contents(tag, this.#tools);
    const digest = parsed.digest ?? `sha256:${sha256(parsed.full)}`;
    const pulled: PulledImage = {
      name: parsed,
      id: `${parsed.repository}@${digest}`,
      sizeBytes: sizeOf(digest),
      contents,
      files: withPrograms(contents),
    };
    this.#pulled.set(parsed.full, pulled);
    return pulled;
  }

  /** What to use instead of an image that there is not; undefined: there is. */
  insteadOf(name: string): ImageChoice | undefined {
    if (this.find(name) !== undefined) return undefined;
    const parsed = parseImageName(name);
    const repository = 'error' in parsed ? name : parsed.repository;
    const same = this.#byRepository.get(repository);
    const like = nearest(shortName(repository), [...this.#byRepository.keys()].map(shortName));
    return {
      all: this.#images.map(exampleOf).sort(compareText),
      ...(same ? { example: `${shortName(repository)}:${same.exampleTag}` } : {}),
      ...(same || like === undefined ? {} : { like }),
    };
  }
}

/** Which images there are, for whoever asked for another. */
export interface ImageChoice {
  /** Every image, by its first name and a tag that it has. */
  readonly all: readonly string[];
  /** The same image by a tag that it has, where only the tag was wrong. */
  readonly example?: string;
  /** The one whose name is most like it. */
  readonly like?: string;
}

function hasTag(image: Image, tag: string): boolean {
  if (image.newest !== undefined && isBeyond(tag, image.newest)) return false;
  return (image.hasTag ?? isUsualTag)(tag);
}

/** 10 to 112 MB, from the first two bytes of the digest. */
function sizeOf(digest: string): number {
  const first = Number.parseInt(digest.slice(7, 9), 16) || 0;
  const second = Number.parseInt(digest.slice(9, 11), 16) || 0;
  return (10_000 + 400 * first + second) * 1000;
}

/** Programs can be seen as files, though what runs is found by `createLookup`. */
function withPrograms(contents: ImageContents): ImageFiles {
  const files = new Map(contents.files ?? []);
  for (const name of contents.programs.keys()) {
    const path = name.startsWith('/') ? name : `/bin/${name}`;
    files.set(path, { content: programContent, mode: programMode });
  }
  return files;
}

function exampleOf({ repositories, exampleTag }: Image): string {
  return `${shortName(repositories[0] as string)}:${exampleTag}`;
}

function shortName(repository: string): string {
  return repository.replace(/^docker\.io\/(?:library\/)?/, '');
}
