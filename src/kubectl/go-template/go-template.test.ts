import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { knowsFunction } from './evaluate.ts';
import { execute } from './execute.ts';
import { parseTemplate } from './parse.ts';

interface Printed {
  readonly object: unknown;
  readonly cases: readonly { readonly template: string; readonly text?: string; readonly error?: string }[];
}

const { object, cases } = JSON.parse(
  readFileSync(new URL('./testdata/printed.json', import.meta.url), 'utf8'),
) as Printed;

/** What a template prints, or the message it fails with. */
function outcome(template: string, data: unknown = object, allowsMissingKeys = true) {
  try {
    const { text, error } = execute(parseTemplate(template, knowsFunction), data, { allowsMissingKeys });
    return error === undefined ? { text } : { error: error.message };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

describe('a go-template comes out as with kubectl', () => {
  test.each(cases)('$template', ({ template, ...printed }) => {
    expect(outcome(template)).toEqual(printed);
  });

  test('there are enough of them', () => {
    expect(cases.length).toBeGreaterThan(150);
  });
});

describe('a go-template', () => {
  test('prints what came before a failure', () => {
    const template = parseTemplate('{{.kind}} {{.kind.x}}', knowsFunction);
    expect(execute(template, object, { allowsMissingKeys: true }).text).toBe('ConfigMap ');
  });

  test.each([
    ['{{.x}}', 'map has no entry for key "x"'],
    ['{{range .x}}{{end}}', 'map has no entry for key "x"'],
    ['{{$.metadata.x.y}}', 'map has no entry for key "x"'],
  ])('refuses missing keys where they are not allowed: %s', (template, why) => {
    expect(outcome(template, object, false).error).toContain(why);
  });

  test('counts through a number, as Go does since 1.24', () => {
    expect(outcome('{{range 3}}{{.}}{{end}}')).toEqual({ text: '012' });
  });

  test.each(['__proto__', 'constructor', 'toString'])('sees nothing that is not JSON: .%s', (name) => {
    expect(outcome(`{{.${name}}} {{index . "${name}"}}`)).toEqual({ text: '<no value> <no value>' });
  });

  test('that calls itself comes to an end', () => {
    expect(outcome('{{define "a"}}{{template "a"}}{{end}}{{template "a"}}').error).toContain(
      'exceeded maximum template depth',
    );
  });

  test('that takes too many steps comes to an end', () => {
    const loop = `${'{{range 1000}}'.repeat(3)}{{print 1}}${'{{end}}'.repeat(3)}`;
    expect(outcome(loop).error).toContain('too many steps');
  });

  test.each(['{{'.repeat(5000), '{{('.repeat(500), '{{if 1}}'.repeat(500), 'x'.repeat(30_000)])(
    'is bounded however it is written (%#)',
    (template) => {
      expect(outcome(template).error).toBeDefined();
    },
  );
});
