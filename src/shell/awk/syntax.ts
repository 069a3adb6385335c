// The tree of an awk program.

export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '^';
export type Comparison = '<' | '<=' | '==' | '!=' | '>' | '>=';

/** What can be assigned to. */
export type Place =
  | { readonly is: 'variable'; readonly name: string }
  | { readonly is: 'field'; readonly index: Expression }
  | { readonly is: 'element'; readonly name: string; readonly keys: readonly Expression[] };

/** `$0` */
export const LINE: Place = { is: 'field', index: { is: 'number', value: 0 } };

export type Expression =
  | Place
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'text'; readonly value: string }
  /** Alone it is matched with the whole line. */
  | { readonly is: 'regex'; readonly source: string }
  /** Several values in parentheses: of print, or a key of several parts. */
  | { readonly is: 'group'; readonly items: readonly Expression[] }
  | { readonly is: 'in'; readonly keys: readonly Expression[]; readonly name: string }
  | {
      readonly is: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly is: 'compare';
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly is: 'concatenate'; readonly left: Expression; readonly right: Expression }
  | {
      readonly is: 'match';
      readonly isNegated: boolean;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly is: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly is: 'not' | 'negative' | 'positive'; readonly of: Expression }
  | { readonly is: 'choice'; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
  | {
      readonly is: 'assign';
      readonly place: Place;
      readonly operator?: BinaryOperator;
      readonly value: Expression;
    }
  | { readonly is: 'step'; readonly place: Place; readonly by: 1 | -1; readonly isBefore: boolean }
  | {
      readonly is: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
      readonly isOwn: boolean;
    };

export interface Redirection {
  readonly isAppended: boolean;
  readonly to: Expression;
}

export type Statement =
  | { readonly is: 'expression'; readonly of: Expression }
  | { readonly is: 'print' | 'printf'; readonly values: readonly Expression[]; readonly to?: Redirection }
  | { readonly is: 'block'; readonly statements: readonly Statement[] }
  | { readonly is: 'if'; readonly test: Expression; readonly yes: Statement; readonly no?: Statement }
  | {
      readonly is: 'while';
      readonly test: Expression;
      readonly body: Statement;
      readonly isTestedLast: boolean;
    }
  | {
      readonly is: 'for';
      readonly first?: Statement;
      readonly test?: Expression;
      readonly next?: Statement;
      readonly body: Statement;
    }
  | { readonly is: 'each'; readonly variable: string; readonly name: string; readonly body: Statement }
  | { readonly is: 'delete'; readonly name: string; readonly keys?: readonly Expression[] }
  | { readonly is: 'break' | 'continue' | 'next' }
  | { readonly is: 'exit' | 'return'; readonly value?: Expression };

export interface Rule {
  /** Absent: every line. */
  readonly pattern?: Expression;
  /** The rule holds from a line that fits the pattern to one that fits this. */
  readonly until?: Expression;
  /** Absent: the line is printed. */
  readonly action?: Statement;
}

export interface OwnFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Statement;
}

export interface Program {
  readonly begin: readonly Statement[];
  readonly rules: readonly Rule[];
  readonly end: readonly Statement[];
  readonly functions: ReadonlyMap<string, OwnFunction>;
}
