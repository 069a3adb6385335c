import { describe, expect, test } from 'vitest';
import type { FileSystem } from './file-system.ts';
import { createFileTree } from './file-tree.ts';
import { createFileSystem, resolvePath } from './memory-file-system.ts';

describe('paths', () => {
  test.each([
    ['/a', 'b', '/a/b'],
    ['/a', '../b', '/b'],
    ['/', '../..', '/'],
    ['/a/b', './/c/.', '/a/b/c'],
    ['/a', '/x/../y/', '/y'],
    ['/', '__proto__', '/__proto__'],
  ])('in %s, %s is %s', (directory, path, expected) => {
    expect(resolvePath(directory, path)).toBe(expected);
  });
});

describe('operations', () => {
  const errors: [string, (files: FileSystem) => unknown, string][] = [
    ['read nothing', (f) => f.read('/no'), '/no: No such file or directory'],
    ['read a directory', (f) => f.read('/dir'), '/dir: Is a directory'],
    ['read through a file', (f) => f.read('/file/x'), '/file/x: Not a directory'],
    ['write into nothing', (f) => f.write('/no/x', ''), '/no/x: No such file or directory'],
    ['write a directory', (f) => f.write('/dir', ''), '/dir: Is a directory'],
    ['list a file', (f) => f.list('/file'), '/file: Not a directory'],
    ['make what exists', (f) => f.mkdir('/dir'), '/dir: File exists'],
    ['make below nothing', (f) => f.mkdir('/no/x'), '/no/x: No such file or directory'],
    ['make below a file', (f) => f.mkdir('/file/x', { parents: true }), '/file/x: Not a directory'],
    ['remove a full directory', (f) => f.remove('/dir'), '/dir: Directory not empty'],
    ['write on a read-only mount', (f) => f.write('/ro/x', ''), '/ro/x: Read-only file system'],
    ['remove a mount point', (f) => f.remove('/vol', { recursive: true }), '/vol: Device or resource busy'],
    ['fill a volume', (f) => f.write('/vol/x', 'x'.repeat(101)), '/vol/x: No space left on device'],
  ];
  test.each(errors)('%s', (_, operation, message) => {
    const files = createFileSystem({
      root: createFileTree({
        image: new Map([
          ['/file', 'x'],
          ['/dir/a', 'x'],
        ]),
      }),
      mounts: [
        { path: '/ro', tree: createFileTree(), isReadOnly: true },
        { path: '/vol', tree: createFileTree({ maxChars: 100 }) },
      ],
    });
    expect(() => operation(files)).toThrow(message);
  });

  test('files and directories live and die', () => {
    const files = createFileSystem({ root: createFileTree({ now: () => 5 }) });
    files.mkdir('/a/b', { parents: true });
    files.write('/a/b/c', 'one');
    files.append('/a/b/c', ' two');
    files.chmod('/a/b/c', 0o755);
    expect(files.read('/a/./b/../b/c')).toBe('one two');
    expect(files.stat('/a/b/c')).toEqual({
      type: 'file',
      size: 7,
      mode: 0o755,
      modifiedAtMs: 5,
      uid: 0,
      gid: 0,
    });
    expect(files.list('/')).toEqual(['a']);
    files.remove('/a', { recursive: true });
    expect(files.stat('/a')).toBeUndefined();
    files.write('/dev/null', 'x');
  });
});

describe('layers and mounts', () => {
  test('containers of one image do not see each other', () => {
    const image = new Map([
      ['/etc/conf', 'image'],
      ['/tmp/', ''],
    ]);
    const [one, two] = [createFileTree({ image, maxChars: 10 }), createFileTree({ image })];
    one.write('/etc/conf', 'mine');
    one.remove('/tmp');
    expect([one.read('/etc/conf'), two.read('/etc/conf'), two.list('/')]).toEqual([
      'mine',
      'image',
      ['etc', 'tmp'],
    ]);
    expect([one.usedChars(), two.usedChars()]).toEqual([4, 0]);
  });

  test('two machines share a volume', () => {
    const volume = createFileTree();
    const one = createFileSystem({ root: createFileTree(), mounts: [{ path: '/data', tree: volume }] });
    const two = createFileSystem({
      root: createFileTree(),
      mounts: [{ path: '/mnt/sub', tree: volume, subPath: 'sub', isReadOnly: true }],
    });
    one.write('/data/sub/x', 'shared');
    expect(two.read('/mnt/sub/x')).toBe('shared');
    expect(two.list('/mnt')).toEqual(['sub']);
    expect(() => two.write('/mnt/sub/x', '')).toThrow('Read-only');
  });

  test('a single file can be mounted, and the deeper mount wins', () => {
    const config = createFileTree({ image: new Map([['/app.conf', 'k=v']]) });
    const files = createFileSystem({
      root: createFileTree({ image: new Map([['/etc/app/other', 'o']]) }),
      mounts: [
        { path: '/etc/app/app.conf', tree: config, subPath: 'app.conf' },
        { path: '/etc/app/deep', tree: createFileTree() },
      ],
    });
    expect(files.read('/etc/app/app.conf')).toBe('k=v');
    expect(files.list('/etc/app')).toEqual(['app.conf', 'deep', 'other']);
  });
});
