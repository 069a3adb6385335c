import { describe, expect, test } from 'vitest';
import { pod, testWorld } from '../../testing/test-world.ts';

describe('BusyBox', () => {
  test.each([
    ['busybox:1.36', "cat: can't open '/none': No such file or directory\n"],
    ['alpine:3.20', "cat: can't open '/none': No such file or directory\n"],
    ['nginx:1.24', 'cat: /none: No such file or directory\n'],
  ])('%s: a file that is not there', (image, complaint) => {
    const { world, pass, run } = testWorld();
    run(pod('p', { image, command: ['sleep', '60'] }));
    const exec = world.exec('uid-p', 'main', ['cat', '/none']);
    pass(0);
    if (!exec || 'error' in exec) throw new Error(exec?.error ?? 'it does not run');
    expect([exec.exitCode(), exec.stderr.text()]).toEqual([1, complaint]);
  });
});
