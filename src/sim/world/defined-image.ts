// Makes an image of its definition.
import { parseImageName } from '../machinery/image-name.ts';
import type { Image, ImageContents, Tools } from './image.ts';
import type { ImageBase, ImageDefinition, ProgramDefinition } from './image-definition.ts';
import { busyboxPrograms, debianPrograms, distributionFiles, scratchFiles } from './images/distribution.ts';
import type { Program } from './process.ts';
import { definedServer } from './programs/defined-server.ts';

/** Throws where a name is none: the definition must have been looked at before (`readImages`). */
export function imageFrom(definition: ImageDefinition): Image {
  const { name, otherNames = [], tags } = definition;
  return {
    repositories: [name, ...otherNames].map(repositoryOf),
    exampleTag: tags?.[0] ?? 'latest',
    ...(tags === undefined ? {} : { hasTag: (tag) => tags.includes(tag) }),
    contents: (tag, tools) => contentsOf(definition, tag, tools),
  };
}

function repositoryOf(name: string): string {
  const parsed = parseImageName(name);
  if ('error' in parsed) throw new Error(`${name}: ${parsed.error}`);
  return parsed.repository;
}

function contentsOf(definition: ImageDefinition, tag: string, tools: Tools): ImageContents {
  const { entrypoint, command, env, workingDirectory, user, stopSignal } = definition;
  const base = bases[definition.from ?? 'alpine'];
  const programs = base.programs(tools, definition.tools ?? []);
  for (const [name, program] of Object.entries(definition.programs ?? {})) {
    programs.set(name, programOf(program, tag, tools));
  }
  const files = Object.entries(definition.files ?? {});
  return {
    ...(entrypoint === undefined ? {} : { entrypoint }),
    ...(command === undefined ? {} : { command }),
    ...(env === undefined ? {} : { env: Object.entries(env) }),
    ...(workingDirectory === undefined ? {} : { workingDirectory }),
    ...(user === undefined ? {} : { user }),
    ...(stopSignal === undefined ? {} : { stopSignal }),
    ports: Object.values(definition.programs ?? {}).flatMap((it) => ('server' in it ? [it.server.port] : [])),
    programs,
    files: new Map([...base.files(), ...files]),
  };
}

function programOf(definition: ProgramDefinition, tag: string, tools: Tools): Program {
  if ('server' in definition) return definedServer(definition.server, tag);
  return (process) => {
    const [name = '', ...args] = process.argv;
    return tools.shell({ ...process, argv: ['/bin/sh', '-c', definition.script, name, ...args] });
  };
}

interface Base {
  programs(tools: Tools, extra: readonly string[]): Map<string, Program>;
  files(): ReadonlyMap<string, string | { readonly content: string; readonly mode?: number }>;
}

const bases: Readonly<Record<ImageBase, Base>> = {
  alpine: { programs: busyboxPrograms, files: () => distributionFiles('Alpine Linux v3.20') },
  busybox: { programs: busyboxPrograms, files: () => distributionFiles('BusyBox v1.36.1') },
  debian: {
    programs: debianPrograms,
    files: () => distributionFiles('Debian GNU/Linux 12 (bookworm)'),
  },
  fedora: {
    programs: (tools, extra) => debianPrograms(tools, ['curl', ...extra]),
    files: () => distributionFiles('Fedora Linux 40 (Container Image)'),
  },
  scratch: { programs: () => new Map(), files: scratchFiles },
};
