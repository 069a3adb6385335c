/** What the simulator does on purpose otherwise than Kubernetes, as the comments beside the code say it after the word `Departs`. */

export interface Departure {
  /** Where it holds: the path below `src/`, without the file's ending. */
  readonly place: string;
  /** One or more sentences. */
  readonly text: string;
}

/** Parts of the source by the folder that they begin with; the first that fits counts. */
export const AREAS = {
  kubectl: ['kubectl/'],
  terminal: ['shell/', 'sim/world/programs/'],
  images: ['sim/world/images/'],
  controllers: ['sim/controllers/', 'sim/disruption/', 'sim/metrics/'],
  scheduler: ['sim/scheduler/'],
  nodes: ['sim/kubelet/', 'sim/world/'],
  storage: ['sim/storage/', 'sim/network/'],
  server: ['sim/'],
} as const;

export type Area = keyof typeof AREAS;

/** The departures of all sources, given their paths below `src/` and the way to read one. */
export function departuresOf(paths: readonly string[], read: (path: string) => string): readonly Departure[] {
  const sources = paths.filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'));
  return sources.sort().flatMap((path) => {
    const place = path.replace(/\.ts$/, '').replace(/\/index$/, '');
    return departuresIn(read(path)).map((text) => ({ place, text }));
  });
}

/** Each departure that a file's comments name, to the end of its paragraph. */
export function departuresIn(source: string): readonly string[] {
  return paragraphsOf(source).flatMap((paragraph) => {
    const [, text] = /\bDeparts: (.*)/.exec(paragraph) ?? [];
    // A place to read on is no part of what is done.
    return text === undefined ? [] : [text.replace(/ Source: .*$/, '')];
  });
}

/** The area that a place belongs to. */
export function areaOf(place: string): Area {
  for (const area of Object.keys(AREAS) as Area[]) {
    if (AREAS[area].some((start) => place.startsWith(start))) return area;
  }
  throw new Error(`src/${place} belongs to no part of the page on departures`);
}

/** The text of comments, one paragraph a string. */
function paragraphsOf(source: string): readonly string[] {
  const paragraphs: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) paragraphs.push(open.join(' '));
    open = [];
  };
  for (const line of source.split('\n')) {
    const text = commentOn(line);
    if (text === undefined || text === '' || text.startsWith('Source:')) close();
    else open.push(text);
  }
  close();
  return paragraphs;
}

function commentOn(line: string): string | undefined {
  const [, text] = /^\s*(?:\/\/|\/\*\*|\*(?!\/))\s?(.*?)\s*(?:\*\/)?$/.exec(line) ?? [];
  return text?.trim();
}
