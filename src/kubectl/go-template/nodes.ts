// A parsed Go template, and how Go writes its parts in messages.

/** An operand or a call. */
export type Expression =
  | { readonly type: 'dot'; readonly at: number }
  | { readonly type: 'nil'; readonly at: number }
  | { readonly type: 'bool'; readonly at: number; readonly value: boolean }
  | { readonly type: 'number'; readonly at: number; readonly text: string; readonly value: number }
  | { readonly type: 'string'; readonly at: number; readonly text: string; readonly value: string }
  | { readonly type: 'field'; readonly at: number; readonly names: readonly string[] }
  | {
      readonly type: 'variable';
      readonly at: number;
      readonly name: string;
      readonly names: readonly string[];
    }
  | { readonly type: 'function'; readonly at: number; readonly name: string }
  | {
      readonly type: 'chain';
      readonly at: number;
      readonly of: Expression;
      readonly names: readonly string[];
    }
  | Pipeline;

export interface Call {
  readonly at: number;
  readonly words: readonly Expression[];
}

export interface Pipeline {
  readonly type: 'pipeline';
  readonly at: number;
  /** Variables that it declares or sets. */
  readonly variables: readonly string[];
  readonly declares: boolean;
  readonly calls: readonly Call[];
}

export type Node =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'action'; readonly at: number; readonly pipeline: Pipeline }
  | Branch
  | { readonly type: 'break' | 'continue' }
  | {
      readonly type: 'template';
      readonly at: number;
      readonly name: string;
      readonly pipeline: Pipeline | undefined;
    };

export interface Branch {
  readonly type: 'if' | 'with' | 'range';
  readonly at: number;
  readonly pipeline: Pipeline;
  readonly body: readonly Node[];
  readonly otherwise: readonly Node[];
}

/** An expression as Go writes it in messages. */
export function expressionText(expression: Expression): string {
  switch (expression.type) {
    case 'dot':
      return '.';
    case 'nil':
      return 'nil';
    case 'bool':
      return String(expression.value);
    case 'number':
    case 'string':
      return expression.text;
    case 'field':
      return dotted(expression.names);
    case 'variable':
      return expression.name + dotted(expression.names);
    case 'function':
      return expression.name;
    case 'chain':
      return (
        (expression.of.type === 'pipeline'
          ? `(${expressionText(expression.of)})`
          : expressionText(expression.of)) + dotted(expression.names)
      );
    case 'pipeline':
      return pipelineText(expression);
  }
}

export function callText({ words }: Call): string {
  return words
    .map((word) => (word.type === 'pipeline' ? `(${expressionText(word)})` : expressionText(word)))
    .join(' ');
}

function pipelineText({ variables, declares, calls }: Pipeline): string {
  const set = variables.length > 0 ? `${variables.join(', ')} ${declares ? ':=' : '='} ` : '';
  return set + calls.map(callText).join(' | ');
}

function dotted(names: readonly string[]): string {
  return names.map((name) => `.${name}`).join('');
}
