// What is wrong with a template, in Go's words.

/** The name under which kubectl parses the template of -o. */
export const TEMPLATE_NAME = 'output';

/** A template that cannot be parsed. `message` is Go's, with the line. */
export class TemplateError extends Error {
  constructor(why: string, template: string, at: number) {
    super(`template: ${TEMPLATE_NAME}:${lineAt(template, at)}: ${why}`);
    this.name = 'TemplateError';
  }
}

/** A template that failed while it was carried out. `message` is Go's, with the place. */
export class ExecutionError extends Error {
  constructor(why: string, template: string, at: number, context: string) {
    const column = at - (template.lastIndexOf('\n', at - 1) + 1);
    const place = `${TEMPLATE_NAME}:${lineAt(template, at)}:${column}`;
    super(`template: ${place}: executing ${JSON.stringify(TEMPLATE_NAME)} at <${context}>: ${why}`);
    this.name = 'ExecutionError';
  }
}

function lineAt(template: string, at: number): number {
  return template.slice(0, at).split('\n').length;
}
