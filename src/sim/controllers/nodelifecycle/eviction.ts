// Whether a node that is lost is emptied, and when: if many are lost at once, the fault may be the controller's own.
// Source: "Rate limits on eviction" in the documentation of nodes.
import type { Node, Taint } from '../../api/node.ts';
import { parseRfc3339 } from '../../machinery/time.ts';
import { readyStatus } from './heartbeat.ts';

/** From one node of a zone to the next. In a large zone of which most is lost it takes longer. */
const paceMs = { usual: 10_000, disturbed: 100_000 } as const;
/** A zone of which so much is lost, and more than two nodes, is disturbed. */
const disturbed = { share: 0.55, more: 2 } as const;
/** A zone with more nodes than this is large: a small one that is disturbed is left alone. */
const largeZone = 50;

/** `new`: the node may get the taint. `known`: it keeps the taint that it has. `none`: it has none. */
export type Eviction =
  | { readonly allows: 'new' | 'known' | 'none' }
  /** Another node was tainted a moment ago. */
  | { readonly allows: 'known'; readonly waitMs: number };

/** What may become of a node among all nodes, itself among them. `isEmptying` tells the taints that empty a node. */
export function evictionOf(
  node: Node,
  nodes: readonly Node[],
  isEmptying: (taint: Taint) => boolean,
  nowMs: number,
): Eviction {
  if (nodes.every(isLost)) return { allows: 'none' };
  const zone = nodes.filter((other) => zoneOf(other) === zoneOf(node));
  const lost = zone.filter(isLost).length;
  const isDisturbed = lost < zone.length && lost > disturbed.more && lost / zone.length >= disturbed.share;
  if (isDisturbed && zone.length <= largeZone) return { allows: 'known' };
  if (!isLost(node) || node.spec.taints?.some(isEmptying)) return { allows: 'new' };
  const added = zone.flatMap(({ spec }) => (spec.taints ?? []).filter(isEmptying));
  const lastMs = Math.max(...added.map(({ timeAdded = '' }) => parseRfc3339(timeAdded) ?? 0), 0);
  const waitMs = lastMs + (isDisturbed ? paceMs.disturbed : paceMs.usual) - nowMs;
  return waitMs > 0 ? { allows: 'known', waitMs } : { allows: 'new' };
}

function isLost(node: Node): boolean {
  return readyStatus(node) !== 'True';
}

function zoneOf({ metadata: { labels = {} } }: Node): string {
  return `${labels['topology.kubernetes.io/region'] ?? ''} ${labels['topology.kubernetes.io/zone'] ?? ''}`;
}
