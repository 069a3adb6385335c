import { expect, test } from 'vitest';
import type { TerminalNews } from './frame.ts';
import { withNews } from './transcript.ts';

const output = (id: number, text: string): TerminalNews => ({ is: 'output', id, stream: 'stdout', text });

test('what commands print is kept with them', () => {
  const entries = withNews(
    [],
    [
      { is: 'command', id: 0, line: 'a' },
      output(0, '1\n'),
      output(0, '2\n'),
      { is: 'output', id: 0, stream: 'stderr', text: 'no\n' },
      { is: 'end', id: 0, exitCode: 1 },
      { is: 'command', id: 1, line: 'b' },
    ],
  );
  expect(entries).toEqual([
    {
      id: 0,
      line: 'a',
      output: [
        { stream: 'stdout', text: '1\n2\n' },
        { stream: 'stderr', text: 'no\n' },
      ],
      exitCode: 1,
    },
    { id: 1, line: 'b', output: [] },
  ]);
});

test('output without end keeps its end, from the beginning of a line', () => {
  const line = `${'x'.repeat(99)}\n`;
  const [entry] = withNews(
    [],
    [{ is: 'command', id: 0, line: 'yes' }, output(0, line.repeat(1000)), output(0, 'last\n')],
  );
  const text = entry?.output.map((part) => part.text).join('') ?? '';
  expect(entry?.isCut).toBe(true);
  expect(text.length).toBeLessThanOrEqual(40_000);
  expect(text.startsWith('xxx')).toBe(true);
  expect(text.endsWith('x\nlast\n')).toBe(true);
});

test('old commands make room for new ones', () => {
  const news = Array.from({ length: 300 }, (_, id): TerminalNews => ({ is: 'command', id, line: 'true' }));
  const entries = withNews([], news);
  expect(entries).toHaveLength(200);
  expect(entries.at(-1)?.id).toBe(299);
});

test('no news, no change', () => {
  const entries = withNews([], [{ is: 'command', id: 0, line: 'a' }]);
  expect(withNews(entries, [])).toBe(entries);
});
