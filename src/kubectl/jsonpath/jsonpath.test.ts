import { describe, expect, test } from 'vitest';
import { render } from './evaluate.ts';
import { JsonPathError, parseTemplate } from './parse.ts';

const list = {
  items: [
    {
      metadata: { name: 'web-0', labels: { 'app.kubernetes.io/name': 'web' } },
      status: { phase: 'Running', n: 2 },
    },
    { metadata: { name: 'web-1', labels: {} }, status: { phase: 'Pending', n: 10 } },
  ],
};

describe('jsonpath', () => {
  test.each([
    ['{.items[0].metadata.name}', 'web-0'],
    ['{.items[-1].metadata.name}', 'web-1'],
    ['{.items[*].metadata.name}', 'web-0 web-1'],
    ['{.items[0:1].metadata.name}', 'web-0'],
    ['{range .items[*]}{.metadata.name}={.status.phase}{"\\n"}{end}', 'web-0=Running\nweb-1=Pending\n'],
    ['{.items[?(@.status.phase=="Pending")].metadata.name}', 'web-1'],
    ['{.items[?(@.status.n>2)].metadata.name}', 'web-1'],
    ["{.items[0].metadata['name']}", 'web-0'],
    ["{.items[0]['metadata.name', 'status']}", '{"n":2,"phase":"Running"}'],
    ['{.items[0].metadata.labels.app\\.kubernetes\\.io/name}', 'web'],
    ['{..name}', 'web-0 web-1'],
    ['{.items[0].status}', '{"n":2,"phase":"Running"}'],
    ['{.missing.deeply}', ''],
    ['{$.items[1].status.n}', '10'],
    ['name: {.items[0].metadata.name}', 'name: web-0'],
    ['{.items[*].metadata.constructor}', ''],
  ])('%s', (template, want) => {
    expect(render(parseTemplate(template), list)).toBe(want);
  });

  test.each(['{.items[0}', '{.a', '{end}', '{range .items[*]}{.x}', "{.items[?(@.a=='b')}", '{|}'])(
    'refuses %s',
    (template) => {
      expect(() => render(parseTemplate(template), list)).toThrow(JsonPathError);
    },
  );

  test('says that an index is out of bounds', () => {
    expect(() => render(parseTemplate('{.items[7]}'), list)).toThrow(
      'array index out of bounds: index 7, length 2',
    );
  });
});
