import { describe, expect, test } from 'vitest';
import { readImages } from './read-images.ts';

const shop = {
  name: 'ghcr.io/petset/shop',
  tags: ['v1', 'v2'],
  from: 'scratch',
  entrypoint: ['/shop'],
  env: { MODE: 'calm' },
  stopSignal: 'SIGQUIT',
  files: { '/etc/shop.conf': 'a=b\n' },
  programs: {
    '/shop': {
      server: {
        port: 8080,
        startMs: 500,
        onStop: { exitCode: 3 },
        answers: [{ path: '/', body: '$(VERSION)' }],
      },
    },
    hello: { script: 'echo hello' },
  },
};

describe('images of an exercise', () => {
  test('are taken as they are', () => {
    expect(readImages([shop])).toEqual({ ok: true, value: [shop] });
  });

  test.each<[unknown, string | RegExp]>([
    [shop, 'images is to be a list of at most 20'],
    [Array(21).fill(shop), 'images is to be a list of at most 20'],
    [[{}], 'images[0] lacks name'],
    [[{ ...shop, color: 'red' }], 'images[0] has no field color'],
    [
      [{ ...shop, from: 'windows' }],
      'images[0].from is to be one of alpine, busybox, debian, fedora, scratch',
    ],
    [[{ ...shop, command: 'sh' }], 'images[0].command is to be a list of at most 100'],
    [[{ ...shop, env: { A: 1 } }], 'images[0].env.A is to be a text'],
    [[{ ...shop, files: { 'etc/x': '' } }], 'images[0].files: etc/x is to begin with /'],
    [[{ ...shop, stopSignal: 'SIGNOPE' }], /^images\[0\]\.stopSignal is to be one of SIGHUP, /],
    [
      [{ ...shop, programs: { a: { server: { port: 0, answers: [] } } } }],
      'images[0].programs.a.server.port is to be a whole number from 1 to 65535',
    ],
    [[{ ...shop, programs: { a: { server: { port: 80 } } } }], 'images[0].programs.a.server lacks answers'],
    [[{ ...shop, programs: { a: {} } }], 'images[0].programs.a lacks script'],
    [[{ ...shop, name: 'Shop' }], /^images\[0\]: Shop: /],
    [
      [{ ...shop, name: 'shop:v1' }],
      'images[0]: shop:v1 is to be a name without a tag: tags have a field of their own',
    ],
    [[{ ...shop, name: 'nginx' }], 'images[0]: there is an image nginx already'],
    [[shop, shop], 'images[1]: there is an image ghcr.io/petset/shop already'],
  ])('%j are refused', (value, error) => {
    expect(readImages(value)).toEqual({
      ok: false,
      error: typeof error === 'string' ? error : expect.stringMatching(error),
    });
  });
});
