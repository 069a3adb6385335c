// -o jsonpath=TEMPLATE, -o jsonpath-as-json=TEMPLATE and -o jsonpath-file=FILE.
import { CommandError, usageError } from '../command.ts';
import { goSyntax } from '../go-template/format.ts';
import { findAll } from '../jsonpath/evaluate.ts';
import type { Node } from '../jsonpath/parse.ts';
import { JsonPathError, parseTemplate } from '../jsonpath/parse.ts';
import { groupText } from './jsonpath-text.ts';
import type { TemplateOptions } from './template-options.ts';
import type { ObjectPrinter } from './whole.ts';
import { asWhole, sortKeys } from './whole.ts';

export function jsonPath(template: string, options: TemplateOptions): ObjectPrinter {
  return printer(template, options, groupText);
}

/** Each part of the template prints a list of all that it finds. */
export function jsonPathAsJson(template: string, options: TemplateOptions): ObjectPrinter {
  return printer(template, options, (found) => `${JSON.stringify(sortKeys(found), null, 4)}\n`);
}

function printer(
  template: string,
  { allowsMissingKeys }: TemplateOptions,
  textOf: (found: readonly unknown[]) => string,
): ObjectPrinter {
  const nodes = parsed(template);
  return (items, asList) => {
    const whole = asWhole(items, asList);
    try {
      return findAll(nodes, whole, { refusesMissing: !allowsMissingKeys }).map(textOf).join('');
    } catch (error) {
      if (!(error instanceof JsonPathError)) throw error;
      const given = `Error executing template: ${error.message}. Printing more information for debugging the template:\n\ttemplate was:\n\t\t${template}\n\tobject given to jsonpath engine was:\n\t\t${goSyntax(whole)}\n\n`;
      throw new CommandError(`error: error executing jsonpath ${JSON.stringify(template)}: ${given}`);
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
