/** A cluster that came with a link: its log stands behind the # of the address, and is never sent anywhere. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Log } from '../../shell/log.ts';
import type { Shelf } from '../keeping/shelf.ts';

export interface Shared {
  /** What came with the link; undefined where none did, or it is about another cluster. */
  readonly log: Log | undefined;
  /** True where the link is about this cluster, but cannot be read. */
  readonly isBroken: boolean;
  /** Goes back to the learner's own. */
  leave(): void;
}

/** Beyond this many characters a link is too long for the places that links are put into. */
const LINK_MAX = 60_000;
const SIGN = '#replay=';

/** Reads the address once the page is there. The reader of links comes only where there is one. */
export function useShared(id: string, seed: string | number): Shared {
  const [log, setLog] = useState<Log>();
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    const { hash } = location;
    if (!hash.startsWith(SIGN)) return;
    import('../../../grader/replay-link.ts').then(({ readReplayLink }) => {
      const link = readReplayLink(hash) as Partial<Carried> | null | undefined;
      const isOurs = typeof link === 'object' && link?.exercise === id && Array.isArray(link.entries);
      if (isOurs) setLog(logOf(link as Carried, seed));
      // A link that nobody can read is said to be so once: by the first cluster of the page.
      setBroken(!link && document.querySelector('.lab')?.id === `lab-${id}`);
    });
  }, [id, seed]);
  const leave = (): void => {
    history.replaceState(null, '', location.pathname + location.search);
    setLog(undefined);
    setBroken(false);
  };
  return { log, isBroken, leave };
}

interface Carried {
  readonly exercise: string;
  readonly seed?: string | number;
  readonly nodes?: number;
  readonly untilMs?: number;
  readonly entries: Log['entries'];
}

/** The worker holds all of it against the protocol before anything is done with it. */
function logOf({ seed, entries, untilMs }: Carried, ownSeed: string | number): Log {
  return { seed: seed ?? ownSeed, entries, ...(untilMs === undefined ? {} : { untilMs }) };
}

/** What came with a link is kept by the link. What is done to it is gone with the page, and the learner's own work stays. */
export function useShelf(own: Shelf, log: Log | undefined): Shelf {
  return useMemo(() => (log ? shelfOf(log, own) : own), [own, log]);
}

function shelfOf(log: Log, own: Shelf): Shelf {
  return {
    ...own,
    isShown: true,
    read: () => ({ work: { log, seen: {} } }),
    fault: () => undefined,
    write: () => true,
    erase() {},
    watch: () => () => {},
  };
}

/** The address of this page with a log in it; undefined where that would be too long. */
export async function linkTo(id: string, log: Log): Promise<string | undefined> {
  const { replayLink } = await import('../../../grader/replay-link.ts');
  const { seed, entries, untilMs } = log;
  const carried = {
    exercise: id,
    seed: String(seed),
    entries,
    ...(untilMs === undefined ? {} : { untilMs }),
  };
  const link = replayLink(location.href, carried);
  return link.length > LINK_MAX ? undefined : link;
}
