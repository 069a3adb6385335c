import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { groupText } from '../printers/jsonpath-text.ts';
import { findAll } from './evaluate.ts';
import { JsonPathError, parseRelaxed, parseTemplate } from './parse.ts';

interface Printed {
  readonly object: unknown;
  readonly cases: readonly { readonly template: string; readonly text?: string; readonly error?: string }[];
}

const { object, cases } = JSON.parse(
  readFileSync(new URL('./testdata/printed.json', import.meta.url), 'utf8'),
) as Printed;

/** What a template prints, or the message it fails with. */
function outcome(template: string, data: unknown = object) {
  try {
    return { text: findAll(parseTemplate(template), data).map(groupText).join('') };
  } catch (error) {
    if (!(error instanceof JsonPathError)) throw error;
    return { error: error.message };
  }
}

describe('a JSONPath template comes out as with kubectl', () => {
  test.each(cases)('$template', ({ template, ...printed }) => {
    expect(outcome(template)).toEqual(printed);
  });

  test('there are enough of them', () => {
    expect(cases.length).toBeGreaterThan(100);
  });
});

describe('a JSONPath', () => {
  test.each(['__proto__', 'constructor', 'toString'])('finds nothing that is not JSON: .%s', (name) => {
    expect(outcome(`{.${name}}{.metadata.${name}}`)).toEqual({ text: '' });
  });

  test('that leads to too much is refused', () => {
    const list = Array.from({ length: 1000 }, () => Array.from({ length: 200 }, () => 1));
    expect(outcome('{[*][*]}', list)).toEqual({ error: 'more than 100000 results' });
  });

  test.each(['{'.repeat(5000), '{[?('.repeat(200), '{.x[?(@.y[?(@'.repeat(100), 'x'.repeat(20_000)])(
    'is bounded however it is written (%#)',
    (template) => {
      expect(outcome(template).error).toBeDefined();
    },
  );

  test.each(['.metadata.name', 'metadata.name', '{.metadata.name}', '{metadata.name}'])(
    'may be written without braces and dot: %s',
    (path) => {
      expect(findAll(parseRelaxed(path), object)).toEqual([['solo']]);
    },
  );

  test('in other braces is refused', () => {
    expect(() => parseRelaxed('{.metadata}{.name}')).toThrow(JsonPathError);
  });
});
