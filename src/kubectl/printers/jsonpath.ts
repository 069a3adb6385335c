// -o jsonpath=TEMPLATE and -o jsonpath-as-json=TEMPLATE.
import { CommandError, usageError } from '../command.ts';
import { find, render } from '../jsonpath/evaluate.ts';
import type { Node } from '../jsonpath/parse.ts';
import { JsonPathError, parseTemplate } from '../jsonpath/parse.ts';
import type { ObjectPrinter } from './whole.ts';
import { asWhole, sortKeys } from './whole.ts';

export function jsonPath(
  template: string | undefined,
  options: { readonly asJson?: boolean } = {},
): ObjectPrinter {
  if (!template) throw usageError('template format specified but no template given');
  const nodes = parsed(template);
  return (items, asList) => {
    const whole = asWhole(items, asList);
    try {
      if (!options.asJson) return render(nodes, whole);
      const found = nodes.flatMap((node) => (node.type === 'path' ? find(node.steps, whole) : []));
      return `${JSON.stringify(sortKeys(found), null, 4)}\n`;
    } catch (error) {
      if (!(error instanceof JsonPathError)) throw error;
      throw new CommandError(`error: error executing jsonpath ${JSON.stringify(template)}: ${error.message}`);
    }
  };
}

function parsed(template: string): readonly Node[] {
  try {
    return parseTemplate(template);
  } catch (error) {
    if (!(error instanceof JsonPathError)) throw error;
    throw usageError(`error parsing jsonpath ${template}, ${error.message}`);
  }
}
