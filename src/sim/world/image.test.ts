import { describe, expect, test } from 'vitest';
import { ImageRegistry } from './image.ts';
import { images } from './images/index.ts';
import { nginxVersion } from './images/nginx.ts';
import type { Program } from './process.ts';

// biome-ignore lint/correctness/useYield: it is never run
const nothing: Program = function* () {
  return 0;
};
const names = ['cat', 'ls', 'curl', 'wget', 'nslookup', 'bash', 'ps'];
const registry = new ImageRegistry(images, {
  shell: nothing,
  programs: new Map(names.map((name) => [name, nothing])),
});

describe('tags of nginx', () => {
  test.each([
    ['1.24', '1.24.0'],
    ['1.14.2', '1.14.2'],
    ['1.14', '1.14.2'],
    ['1.25-alpine', '1.25.5'],
    ['1.27.0-alpine3.19-slim', '1.27.0'],
    ['latest', '1.29.3'],
    ['stable-alpine', '1.28.0'],
    ['alpine', '1.29.3'],
    ['1', '1.29.3'],
    ['1.161', undefined],
    ['1.91', undefined],
    ['2.0', undefined],
    ['nosuchtag', undefined],
    ['1.24-nosuch', undefined],
  ])('nginx:%s is nginx %s', (tag, version) => {
    expect(nginxVersion(tag)).toBe(version);
  });
});

describe('images', () => {
  test('digest and size follow from the name in full, however it is written', () => {
    const one = registry.find('nginx:1.24');
    expect(one).toMatchObject({
      id: 'docker.io/library/nginx@sha256:d941dbc49c29e533eeb576f9af82a6e1b1b4da082d8464f294c1a1beadb24ccf',
      sizeBytes: 96_865_000,
    });
    expect(registry.find('docker.io/library/nginx:1.24')).toBe(one);
    const digest = one?.id.split('@')[1];
    expect(registry.find(`nginx@${digest}`)).toMatchObject({ id: one?.id, sizeBytes: one?.sizeBytes });
  });

  test.each([
    ['busybox', ['/bin/sh', '/bin/wget', '/bin/nslookup'], ['/bin/curl', '/bin/bash']],
    ['nginx', ['/bin/sh', '/bin/bash', '/bin/curl', '/bin/nginx'], ['/bin/wget', '/bin/ps']],
    ['ubuntu', ['/bin/bash', '/bin/ps'], ['/bin/curl', '/bin/nslookup']],
    ['hello-world', ['/hello'], ['/bin/sh']],
  ])('%s has its tools and no others', (name, present, absent) => {
    const files = registry.find(name)?.files;
    expect(present.filter((path) => files?.has(path) !== true)).toEqual([]);
    expect(absent.filter((path) => files?.has(path) === true)).toEqual([]);
  });

  test.each(['busybox:1.63', 'redis:77', 'httpd:2.6-alpine', 'python:3.99.1', 'ubuntu:62.04'])(
    'there is no %s: its version is yet to come',
    (name) => {
      expect(registry.find(name)).toBeUndefined();
    },
  );

  test('every image has an example that is there, and is named to whoever asks for another', () => {
    for (const { repositories, exampleTag } of images) {
      expect(registry.find(`${repositories[0]}:${exampleTag}`)).toBeDefined();
    }
    const all = registry.insteadOf('nosuch')?.all;
    for (const { repositories, exampleTag } of images) {
      const name = repositories[0]?.replace(/^docker\.io\/(?:library\/)?/, '');
      expect(all).toContain(`${name}:${exampleTag}`);
    }
  });

  test('no two have the same name', () => {
    const all = images.flatMap(({ repositories }) => repositories);
    expect(all.filter((name, i) => all.indexOf(name) !== i)).toEqual([]);
  });

  test.each([
    ['ngnix:1.24', { like: 'nginx' }],
    ['luksa/kubla', { like: 'luksa/kubia' }],
    ['nginx:1.161', { example: 'nginx:1.28' }],
    ['my-own/app', {}],
    ['NGINX', { like: 'nginx' }],
  ])('who asked for %s is helped', (name, choice) => {
    const all = expect.arrayContaining(['busybox:1.36', 'nginx:1.28']);
    expect(registry.insteadOf(name)).toEqual({ ...choice, all });
  });

  test('who asked for one that is there needs no help', () => {
    expect(registry.insteadOf('nginx:1.24')).toBeUndefined();
  });

  test.each(['constructor', '__proto__', 'toString:1', 'NGINX', ''])('%s is none', (name) => {
    expect(registry.find(name)).toBeUndefined();
  });
});
