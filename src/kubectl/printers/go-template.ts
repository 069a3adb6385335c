// -o go-template=TEMPLATE and -o go-template-file=FILE.
import { goJson, goValue } from '../../sim/index.ts';
import { CommandError, usageError } from '../command.ts';
import { knowsFunction } from '../go-template/evaluate.ts';
import { execute } from '../go-template/execute.ts';
import type { Template } from '../go-template/parse.ts';
import { parseTemplate } from '../go-template/parse.ts';
import { TemplateError } from '../go-template/template-error.ts';
import type { TemplateOptions } from './template-options.ts';
import type { ObjectPrinter } from './whole.ts';
import { asWhole } from './whole.ts';

export function goTemplate(source: string, options: TemplateOptions): ObjectPrinter {
  const template = parsed(source);
  return (items, asList) => {
    const whole = asWhole(items, asList);
    const { text, error } = execute(template, whole, options);
    if (error === undefined) return text;
    // What was printed so far stands, with what helps to find the mistake.
    options.out(
      `${text}Error executing template: ${error.message}. Printing more information for debugging the template:\n\ttemplate was:\n\t\t${source}\n\traw data was:\n\t\t${goJson(whole)}\n\tobject given to template engine was:\n\t\t${goValue(whole)}\n\n`,
    );
    throw new CommandError(`error: error executing template ${JSON.stringify(source)}: ${error.message}`);
  };
}

function parsed(source: string): Template {
  try {
    return parseTemplate(source, knowsFunction);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw usageError(`error parsing template ${source}, ${error.message}`);
  }
}
