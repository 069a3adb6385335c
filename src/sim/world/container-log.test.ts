import { describe, expect, test } from 'vitest';
import { ContainerLog } from './container-log.ts';

describe('the log of a container', () => {
  test('cuts what is written into lines; a line without its end waits for it', () => {
    const log = new ContainerLog();
    log.write('stdout', 'one\ntw', 1);
    log.write('stderr', 'oops\n', 2);
    expect(log.read().lines.map(({ text }) => text)).toEqual(['one', 'oops']);
    log.write('stdout', 'o\n', 3);
    log.write('stdout', 'rest', 4);
    log.close(5);
    expect(log.read()).toEqual({
      lines: [
        { atMs: 1, stream: 'stdout', text: 'one' },
        { atMs: 2, stream: 'stderr', text: 'oops' },
        { atMs: 3, stream: 'stdout', text: 'two' },
        { atMs: 5, stream: 'stdout', text: 'rest' },
      ],
      nextIndex: 4,
      isOpen: false,
    });
  });

  test('is followed from an index on', () => {
    const log = new ContainerLog();
    log.write('stdout', 'one\n', 1);
    const { nextIndex } = log.read();
    log.write('stdout', 'two\n', 2);
    expect(log.read(nextIndex).lines.map(({ text }) => text)).toEqual(['two']);
  });

  test('forgets its oldest lines beyond its bound, and readers keep their place', () => {
    const log = new ContainerLog(1000);
    for (let i = 0; i < 5000; i++) {
      const { nextIndex } = log.read();
      log.write('stdout', `line ${i}\n`, i);
      expect(log.read(nextIndex).lines.map(({ text }) => text)).toEqual([`line ${i}`]);
    }
    const { lines, nextIndex } = log.read();
    expect(nextIndex).toBe(5000);
    expect(lines.length).toBe(Math.floor(1000 / 'line 4999\n'.length));
    expect(lines.at(-1)?.text).toBe('line 4999');
    expect(log.read(100).lines).toEqual(lines);
  });
});
