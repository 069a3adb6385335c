// A jq program as a tree.

export type Filter =
  | { readonly is: 'identity' }
  | { readonly is: 'recurse' }
  | { readonly is: 'literal'; readonly value: unknown }
  | { readonly is: 'string'; readonly parts: readonly (string | Filter)[]; readonly format: string }
  | { readonly is: 'format'; readonly name: string }
  | { readonly is: 'variable'; readonly name: string }
  /** `target.name`, `target[key]` */
  | { readonly is: 'index'; readonly target: Filter; readonly key: Filter }
  | { readonly is: 'slice'; readonly target: Filter; readonly from?: Filter; readonly to?: Filter }
  | { readonly is: 'iterate'; readonly target: Filter }
  | { readonly is: 'try'; readonly body: Filter; readonly otherwise?: Filter }
  | { readonly is: 'pipe'; readonly left: Filter; readonly right: Filter }
  | { readonly is: 'comma'; readonly left: Filter; readonly right: Filter }
  | { readonly is: 'operator'; readonly name: string; readonly left: Filter; readonly right: Filter }
  | { readonly is: 'negate'; readonly body: Filter }
  | { readonly is: 'array'; readonly body?: Filter }
  | { readonly is: 'object'; readonly members: readonly (readonly [key: Filter, value: Filter])[] }
  | { readonly is: 'if'; readonly test: Filter; readonly yes: Filter; readonly no: Filter }
  | { readonly is: 'bind'; readonly source: Filter; readonly pattern: Pattern; readonly body: Filter }
  | {
      readonly is: 'reduce';
      readonly source: Filter;
      readonly pattern: Pattern;
      readonly start: Filter;
      readonly update: Filter;
    }
  | { readonly is: 'call'; readonly name: string; readonly args: readonly Filter[] };

/** What stands after `as`. */
export type Pattern =
  | { readonly is: 'variable'; readonly name: string }
  | { readonly is: 'array'; readonly items: readonly Pattern[] }
  | { readonly is: 'object'; readonly members: readonly (readonly [key: string, pattern: Pattern])[] };

export const identity: Filter = { is: 'identity' };
