// A learner's session: a fresh cluster, a machine with a terminal beside it, and the log of what happens.
import type { FieldTexts } from '../kubectl/field-texts/field-texts.ts';
import type { ManifestListener } from '../kubectl/index.ts';
import { createKubectl } from '../kubectl/index.ts';
import type { Bounds, Cluster, ImageDefinition } from '../sim/index.ts';
import { createCluster } from '../sim/index.ts';
import { shell } from './container-shell.ts';
import { Desk } from './desk.ts';
import type { Completion } from './line/complete.ts';
import { complete } from './line/complete.ts';
import type { Log, LogEntry } from './log.ts';
import type { Machine } from './machine.ts';
import { createMachine } from './machine.ts';
import { editorPrograms } from './programs/editor.ts';
import { programs } from './programs/index.ts';
import { simulationPrograms } from './simulation/index.ts';
import type { Execution } from './terminal.ts';
import { Terminal } from './terminal.ts';

export interface SessionOptions extends Omit<Log, 'entries' | 'untilMs'> {
  /** Files in the home directory at the start, by relative path. */
  readonly files?: ReadonlyMap<string, string>;
  /** See `ClusterOptions.nameSeed`. */
  readonly nameSeed?: string | number;
  /** See `ClusterOptions.images`. */
  readonly images?: readonly ImageDefinition[];
  /** See `ClusterOptions.freeze`. */
  readonly freeze?: boolean;
  /** See `ClusterOptions.bounds`. */
  readonly bounds?: Partial<Bounds>;
  /** Hears of the manifests that kubectl reads, and of those that are refused. */
  readonly listener?: ManifestListener;
  /** What `kubectl explain` says of fields; see `createKubectl`. */
  readonly fieldTexts?: FieldTexts;
}

export interface Session {
  readonly cluster: Cluster;
  readonly machine: Machine;
  readonly terminal: Terminal;
  /** Every command line so far. */
  readonly executions: readonly Execution[];
  /** Virtual ms since the start. */
  elapsedMs(): number;
  /** Tab: what the word before the cursor may become; undefined where nothing fits. */
  complete(line: string, at: number): Completion | undefined;
  /** Does what an entry says, now. A command line waits for the one before it. */
  perform(entry: LogEntry): Execution | undefined;
}

/** The home directory of the learner's machine. */
export const HOME = '/root';

export function createSession(options: SessionOptions): Session {
  const {
    seed,
    nameSeed = seed,
    nodes,
    startMs,
    files,
    images,
    freeze,
    bounds,
    listener,
    fieldTexts,
  } = options;
  const cluster = createCluster({
    seed,
    nameSeed,
    programs,
    shell,
    ...(nodes === undefined ? {} : { nodes }),
    ...(startMs === undefined ? {} : { startMs }),
    ...(images === undefined ? {} : { images }),
    ...(freeze === undefined ? {} : { freeze }),
    ...(bounds === undefined ? {} : { bounds }),
  });
  const { machine, terminal } = openTerminal(cluster, nameSeed, files, listener, fieldTexts);
  const executions: Execution[] = [];
  return {
    cluster,
    machine,
    terminal,
    executions,
    elapsedMs: () => cluster.loop.nowMs - cluster.startMs,
    complete: (line, at) => complete(line, at, { cluster, machine }),
    perform(entry) {
      switch (entry.do) {
        case 'run': {
          terminal.finish();
          const execution = terminal.start(entry.line, { isInteractive: entry.tty === true });
          executions.push(execution);
          return execution;
        }
        case 'type':
          terminal.type(entry.line);
          return undefined;
        case 'end':
          terminal.endInput();
          return undefined;
        case 'interrupt':
          terminal.interrupt();
          return undefined;
        case 'close':
          terminal.closeEditor(entry.text);
          return undefined;
        case 'write':
          machine.files.write(`${HOME}/${entry.path}`, entry.text);
          return undefined;
      }
    },
  };
}

/** A fresh machine beside a cluster, with a terminal: the learner's, or one more that knows nothing of the learner's. */
export function openTerminal(
  cluster: Cluster,
  seed: string | number,
  files: ReadonlyMap<string, string> = new Map(),
  listener?: ManifestListener,
  fieldTexts?: FieldTexts,
): { readonly machine: Machine; readonly terminal: Terminal } {
  const desk = new Desk();
  const machine = createMachine({
    hostname: 'petset',
    home: HOME,
    files,
    network: cluster.network.learnerStack(),
    now: () => cluster.loop.nowMs,
    seed,
    programs: new Map([
      ...programs,
      ...simulationPrograms(cluster),
      ...editorPrograms(desk),
      ['kubectl', createKubectl(cluster, listener, fieldTexts)],
    ]),
  });
  return { machine, terminal: new Terminal({ cluster, machine, desk }) };
}

/** Replays a log: the same log gives the same session, byte for byte. Throws `BoundExceeded`. */
export function replay(log: Log, options: Omit<SessionOptions, keyof Log> = {}): Session {
  const session = createSession({ ...log, ...options });
  for (const entry of log.entries) {
    if (entry.atMs !== undefined) session.terminal.advanceTo(session.cluster.startMs + entry.atMs);
    session.perform(entry);
    if (entry.atMs === undefined) session.terminal.finish();
  }
  if (log.untilMs !== undefined) session.terminal.advanceTo(session.cluster.startMs + log.untilMs);
  return session;
}
