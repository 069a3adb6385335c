/** Keeps who changed what and what moved them, from the components' own looks. */
import type { Change, Cluster, Event, KubeObject, Look, Status } from '../../../sim/index.ts';
import { controllerOf, EventKind } from '../../../sim/index.ts';
import type { About, Deed, Denied, Fact, Said } from './fact.ts';
import { whatChanged } from './what-changed.ts';

/** So many facts and sayings are kept; what comes after them has no chain. */
const KEPT_MAX = 60_000;
/** The simulation's own words, and what they are done to. */
const ON_THE_WORLD = /(?:^|[;&|] *)(?:crash|load|node|gcloud compute (?:ssh|instances reset)) +([\w./-]+)/gm;
/** What moves nobody in a way that a learner would ask about. */
const LEFT_OUT = new Set([
  'Event',
  'Lease',
  'ControllerRevision',
  'ConfigMap',
  'ServiceAccount',
  'Namespace',
]);
/** A node's heartbeat is no news. */
const ONLY_IF_SAID = new Set(['Node']);

export class FactRecorder {
  /** By uid of what they are about, in order. */
  readonly facts = new Map<string, Fact[]>();
  readonly said = new Map<string, Said[]>();
  /** By uid of the object that manages what they are about. */
  readonly ofOwner = new Map<string, Fact[]>();
  /** By name of what was done to: `web-0`, `node-1`. */
  readonly deeds = new Map<string, Deed[]>();
  /** By the number of the command whose request it was. */
  readonly denials = new Map<number, Denied[]>();
  readonly #cluster: Cluster;
  readonly #command: () => string;
  readonly #byChange = new WeakMap<object, Fact>();
  #look: Look | undefined;
  #kept = 0;

  /** `command`: the command line that runs now. */
  constructor(cluster: Cluster, command: () => string) {
    this.#cluster = cluster;
    this.#command = command;
    cluster.loop.causes.watch((look) => {
      this.#look = look;
    });
    cluster.store.subscribe((change) => this.#hear(change));
  }

  /** Hears a command line that was entered: what it does to the world no change of an object tells. */
  entered(line: string): void {
    for (const [, name = ''] of line.matchAll(ON_THE_WORLD)) {
      put(this.deeds, name.replace(/^.*\//, ''), { atMs: this.#nowMs(), command: line });
    }
  }

  /** Hears of a request that was refused; `of`: the number of the command. */
  denied(of: number, status: Status): void {
    if (this.#kept >= KEPT_MAX) return;
    put(this.denials, of, { atMs: this.#nowMs(), command: this.#command(), status });
    this.#kept += 1;
  }

  #hear(change: Change): void {
    if (this.#kept >= KEPT_MAX) return;
    const { kind, after, type } = change;
    if (kind === EventKind && type !== 'DELETED') this.#say(after as Event);
    if (LEFT_OUT.has(kind.kind) || after.metadata.namespace === 'kube-system') return;
    const what = whatChanged(change);
    if (what.length === 0 && ONLY_IF_SAID.has(kind.kind)) return;
    const { looker } = this.#cluster.loop;
    const command = looker === undefined ? this.#command() : '';
    const fact: Fact = {
      atMs: this.#nowMs(),
      by: looker ?? '',
      ...(command === '' ? {} : { command }),
      about: aboutOf(after),
      what,
      causes: looker === undefined ? [] : this.#causes(),
    };
    this.#byChange.set(change, fact);
    put(this.facts, fact.about.uid, fact);
    if (fact.about.owner !== '') put(this.ofOwner, fact.about.owner, fact);
    this.#kept += 1;
  }

  #causes(): Fact[] {
    return (this.#look?.rungBy ?? []).flatMap((change) => this.#byChange.get(change) ?? []);
  }

  #say({ involvedObject, type, reason = '', message = '', source }: Event): void {
    const { kind = '', namespace = '', name = '', uid = '' } = involvedObject;
    const about = { kind, namespace, name, uid, owner: '' };
    const isWarning = type === 'Warning';
    put(this.said, uid, {
      atMs: this.#nowMs(),
      by: source?.component ?? '',
      about,
      isWarning,
      reason,
      message,
      causes: this.#causes(),
    });
    this.#kept += 1;
  }

  #nowMs(): number {
    return this.#cluster.loop.nowMs - this.#cluster.startMs;
  }
}

function aboutOf(object: KubeObject): About {
  const { kind, metadata } = object;
  const { namespace = '', name, uid = '' } = metadata;
  return { kind, namespace, name, uid, owner: controllerOf(object)?.uid ?? '' };
}

function put<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
