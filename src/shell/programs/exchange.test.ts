import { describe, expect, test } from 'vitest';
import { parseUrl } from './exchange.ts';

describe('a URL', () => {
  const table: readonly [text: string, expected: string | undefined][] = [
    ['web', 'http web 80 /'],
    ['http://web', 'http web 80 /'],
    ['HTTP://web:8080/a/b?c=d#e', 'http web 8080 /a/b?c=d'],
    ['web?x=1', 'http web 80 /?x=1'],
    ['https://web', 'https web 443 /'],
    ['user:pass@web', 'http web 80 /'],
    ['http://', undefined],
    ['http://web:99999', undefined],
    ['http://a b', undefined],
  ];
  test.each(table)('%s', (text, expected) => {
    const url = parseUrl(text);
    expect(url && `${url.scheme} ${url.host} ${url.port} ${url.target}`).toBe(expected);
  });
});
