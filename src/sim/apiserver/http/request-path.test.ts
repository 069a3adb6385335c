import { describe, expect, test } from 'vitest';
import { readResourcePath, readTarget } from './request-path.ts';

describe('the resource that a path names', () => {
  test.each([
    ['/api/v1/pods', 'Pod'],
    ['/api/v1/namespaces/default/pods', 'Pod default'],
    ['/api/v1/namespaces/default/pods/web-0', 'Pod default web-0'],
    ['/api/v1/namespaces/default/pods/web-0/proxy', 'Pod default web-0 proxy'],
    ['/api/v1/namespaces/default/pods/web-0/proxy/', 'Pod default web-0 proxy /'],
    ['/api/v1/namespaces/default/pods/web-0:8080/proxy/a/b', 'Pod default web-0:8080 proxy /a/b'],
    ['/api/v1/namespaces/default/services/http%3Aweb%3A80/proxy/', 'Service default http:web:80 proxy /'],
    ['/api/v1/namespaces', 'Namespace'],
    ['/api/v1/namespaces/default', 'Namespace - default'],
    ['/api/v1/namespaces/default/status', 'Namespace - default status'],
    ['/api/v1/nodes/node-1', 'Node - node-1'],
    ['/apis/apps/v1/statefulsets', 'StatefulSet'],
    ['/apis/apps/v1/namespaces/a/statefulsets/web/scale', 'StatefulSet a web scale'],
    ['/apis/apps/v1/namespaces/a/nothings', undefined],
    ['/apis/apps/v1beta1/namespaces/a/statefulsets', undefined],
    ['/api/v1/pods/web-0', undefined],
    ['/api/v1/namespaces/default/nodes', 'Namespace - default nodes'],
    ['/api/v1/namespaces//pods', undefined],
    ['/api/v1/namespaces/default/pods/%', undefined],
    ['/nosuch', undefined],
    ['/', undefined],
  ])('%s', (path, words) => {
    const read = readResourcePath(path);
    const { kind, namespace = '-', name, subresource, rest } = read ?? {};
    const parts = [kind?.kind, name || namespace !== '-' ? namespace : undefined, name, subresource, rest];
    expect(read && parts.filter(Boolean).join(' ')).toBe(words);
  });
});

describe('the parameters of a target', () => {
  test('are decoded, the last of equal ones counts', () => {
    const read = readTarget('/api/v1/pods?labelSelector=app%3Dweb&a=1&a=2&flag&b=x+y');
    expect([...(read?.query ?? [])]).toEqual([
      ['labelSelector', 'app=web'],
      ['a', '2'],
      ['flag', ''],
      ['b', 'x y'],
    ]);
    expect(read?.path).toBe('/api/v1/pods');
  });

  test('that cannot be decoded are none', () => {
    expect(readTarget('/api/v1/pods?a=%zz')).toBeUndefined();
  });
});
