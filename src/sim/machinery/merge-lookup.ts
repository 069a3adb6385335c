// What strategic merge patches need to know of the types they change: which lists merge, and by which key.

/** How a field merges. Nothing is known of most fields: their objects merge, their lists are replaced. */
export interface MergeRule {
  /**
   * `merge`: a list merges item by item. `replace`: an object is replaced. `retainKeys`: of an object, what the
   * patch does not list goes. As in the OpenAPI's `x-kubernetes-patch-strategy`: several with commas.
   */
  readonly patchStrategy?: string;
  /** The field that tells the items of a merging list apart; none in lists of plain values. */
  readonly mergeKey?: string;
}

/** The rule of a field, by the names of the fields that lead to it: ['spec', 'containers', 'ports']. */
export type MergeLookup = (path: readonly string[]) => MergeRule | undefined;

/** A rule with its strategies taken apart. */
export interface MergeBehaviour {
  readonly merges: boolean;
  readonly replaces: boolean;
  readonly retainsKeys: boolean;
  readonly mergeKey: string | undefined;
}

export function behaviourAt(lookup: MergeLookup, path: readonly string[]): MergeBehaviour {
  const rule = lookup(path);
  const strategies = rule?.patchStrategy?.split(',') ?? [];
  return {
    merges: strategies.includes('merge'),
    replaces: strategies.includes('replace'),
    retainsKeys: strategies.includes('retainKeys'),
    mergeKey: rule?.mergeKey,
  };
}

/** Instructions among the fields of a patch. */
export const DIRECTIVE = '$patch';
export const RETAIN_KEYS = '$retainKeys';
export const DELETE_FROM_LIST = '$deleteFromPrimitiveList/';
export const ELEMENT_ORDER = '$setElementOrder/';
/** What stands before the name of a list in the two directives about lists. */
export const LIST_DIRECTIVE = /^\$(?:deleteFromPrimitiveList|setElementOrder)\//;
