import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fnv1a, hashedName, safeEncode, sortedJson, templateHash } from './hash.ts';

describe('sortedJson', () => {
  test('sorts keys at every depth, keeps lists, drops undefined', () => {
    expect(sortedJson({ b: [{ d: 1, c: null }], a: 'x"', gone: undefined })).toBe(
      '{"a":"x\\"","b":[{"c":null,"d":1}]}',
    );
  });

  test('reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(sortedJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

test('fnv1a gives the published values', () => {
  expect([fnv1a(''), fnv1a('a'), fnv1a('foobar')]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

test('safeEncode turns digits into bcdf456789', () => {
  expect(safeEncode('0123456789')).toBe('456789bcdf');
});

describe('templateHash', () => {
  const template = {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'nginx', image: 'nginx:1.25' }] },
  };
  const hash = templateHash(template);

  test('looks like one', () => expect(hash).toMatch(/^[456789bcdf]{8,10}$/));

  test('does not depend on the order of keys', () => {
    const { spec, metadata } = template;
    expect(templateHash({ spec, metadata })).toBe(hash);
  });

  test('changes with the template and with the collision count', () => {
    expect(templateHash({ ...template, spec: {} })).not.toBe(hash);
    expect(templateHash(template, 1)).not.toBe(hash);
    expect(templateHash(template, 1)).not.toBe(templateHash(template, 2));
  });

  test('names stay within the limit', () => {
    expect(hashedName('web', hash)).toBe(`web-${hash}`);
    expect(hashedName('a'.repeat(253), hash).length).toBeLessThanOrEqual(253);
  });
});
