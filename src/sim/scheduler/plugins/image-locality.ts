// A node that has the pod's images already is better, by their size.
import type { Node } from '../../api/node.ts';
import type { ScorePlugin } from '../framework.ts';
import { MAX_NODE_SCORE } from '../framework.ts';

const MIB = 1024 * 1024;
/** Images of less than this in all make no difference, */
const LEAST_BYTES = 23 * MIB;
/** and beyond this much for each container they make no more. */
const MOST_BYTES_PER_CONTAINER = 1000 * MIB;

export const imageLocality: ScorePlugin = {
  name: 'ImageLocality',
  weight: 1,
  score({ pod, nodes }, feasible) {
    const containers = [...pod.spec.containers, ...(pod.spec.initContainers ?? [])];
    const images = containers.map(({ image = '' }) => image);
    const spread = new Map(images.map((image) => [image, shareOfNodesWith(image, nodes)]));
    if (![...spread.values()].some((share) => share > 0)) return undefined;
    const most = MOST_BYTES_PER_CONTAINER * images.length;
    return feasible.map(({ node }) => {
      const bytes = images.reduce((sum, image) => {
        // An image that few nodes have counts for less, so that pods do not all go there.
        return sum + Math.floor((sizeOn(node, image) ?? 0) * (spread.get(image) ?? 0));
      }, 0);
      const counted = Math.min(Math.max(bytes, LEAST_BYTES), most);
      return Math.floor((MAX_NODE_SCORE * (counted - LEAST_BYTES)) / (most - LEAST_BYTES));
    });
  },
};

function shareOfNodesWith(image: string, nodes: readonly { readonly node: Node }[]): number {
  return nodes.filter(({ node }) => sizeOn(node, image) !== undefined).length / nodes.length;
}

function sizeOn(node: Node, image: string): number | undefined {
  const names = [image, `docker.io/library/${image}`, `docker.io/${image}`];
  const found = node.status?.images?.find((known) => known.names?.some((name) => names.includes(name)));
  return found && (found.sizeBytes ?? 0);
}
