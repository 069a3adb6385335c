// Puts a cluster together: store, API server, world, network and components around one loop.
import { ApiServer } from './apiserver/api-server.ts';
import { EventRecorder } from './apiserver/events.ts';
import { createHttpFace } from './apiserver/http/index.ts';
import { Store } from './apiserver/store.ts';
import { bootstrap, createSystemClasses } from './bootstrap.ts';
import type { Bounds } from './bounds.ts';
import { defaultBounds } from './bounds.ts';
import type { NodeView } from './component.ts';
import { components } from './components.ts';
import { Loop } from './loop.ts';
import { createRandom } from './machinery/random.ts';
import type { Network } from './network/create-network.ts';
import { createNetwork } from './network/create-network.ts';
import type { World } from './world/create-world.ts';
import { createWorld } from './world/create-world.ts';
import { imageFrom } from './world/defined-image.ts';
import type { ImageDefinition } from './world/image-definition.ts';
import { images } from './world/images/index.ts';
import type { Program, RequestHandler } from './world/process.ts';

export interface ClusterOptions {
  /** Feeds ties, jitter and start-up times, and names. */
  readonly seed: string | number;
  /** Feeds names, uids and addresses in its place: two clusters that have it in common call alike what was made alike. */
  readonly nameSeed?: string | number;
  /** How many nodes: node-1, node-2 … */
  readonly nodes?: number;
  /** Virtual time at which the cluster is handed over, ms since the Unix epoch. */
  readonly startMs?: number;
  /** The programs that images may hold, by name, and the shell they are run by. */
  readonly programs: ReadonlyMap<string, Program>;
  readonly shell: Program;
  /** Images beyond those that there are everywhere. */
  readonly images?: readonly ImageDefinition[];
  readonly bounds?: Partial<Bounds>;
  /** Freezes every stored object, so that a component that changes one fails at once. For tests. */
  readonly freeze?: boolean;
}

export interface Cluster {
  readonly api: ApiServer;
  /** The API server over HTTP. */
  readonly serve: RequestHandler;
  /** The objects and what is true, read-only. */
  readonly view: NodeView;
  readonly world: World;
  readonly network: Network;
  readonly loop: Loop;
  readonly store: Store;
  /** Virtual time at which the cluster was handed over. */
  readonly startMs: number;
}

/** 2026-01-05T09:00:00Z, a Monday. */
export const DEFAULT_START_MS = 1_767_603_600_000;
/** Images that the nodes pulled for earlier pods, so that the commonest ones start at once. */
const presentImages = ['nginx:1.24', 'nginx:1.25', 'busybox:1.36'];
/** How long a cluster has been running when it is handed over: its nodes are Ready and quiet. */
const bootMs = 60_000;

export function createCluster(options: ClusterOptions): Cluster {
  const startMs = options.startMs ?? DEFAULT_START_MS;
  const bounds = { ...defaultBounds, ...options.bounds };
  const random = createRandom(options.seed);
  const naming = createRandom(options.nameSeed ?? options.seed);
  const nodeNames = Array.from({ length: options.nodes ?? 3 }, (_, i) => `node-${i + 1}`);
  const store = new Store({ freeze: options.freeze ?? false });
  let loop: Loop | undefined;
  const now = () => loop?.nowMs ?? startMs - bootMs;
  const network: Network = createNetwork({
    view: store,
    world: () => world,
    random: random.fork('network'),
    now,
  });
  const world: World = createWorld({
    nodes: nodeNames,
    images: [...images, ...(options.images ?? []).map(imageFrom)],
    presentImages,
    programs: options.programs,
    shell: options.shell,
    random: random.fork('world'),
    now,
    network: (address) => network.stackFor(address),
  });
  const api = new ApiServer({ store, random: naming.fork('apiserver'), now, objectsMax: bounds.objects });
  const events = new EventRecorder(store, random.fork('events'));
  const view = viewOf(store, world);
  loop = new Loop({ store, api, events, world, components, view, bounds, startMs: startMs - bootMs });
  const controlPlane = () => network.controlPlaneStack();
  const serve = createHttpFace({ api, store, network: controlPlane, random: random.fork('proxy') });
  bootstrap(api, nodeNames);
  const forClasses = naming.fork('priorityclasses');
  createSystemClasses(new ApiServer({ store, random: forClasses, now, objectsMax: bounds.objects }));
  loop.start();
  loop.advanceTo(startMs);
  return { api, serve, view, world, network, loop, store, startMs };
}

function viewOf(store: Store, world: World): NodeView {
  return {
    world,
    get: (kind, namespace, name) => store.get(kind, namespace, name),
    list: (kind, namespace) => store.list(kind, namespace),
    ownedBy: (kind, ownerUid) => store.ownedBy(kind, ownerUid),
    onNode: (kind, nodeName) => store.onNode(kind, nodeName),
  };
}
