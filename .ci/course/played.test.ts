// A lesson cannot show what does not happen: every command line of every lesson is played, by a hasty reader and by a slow one.
import { describe, expect, test } from 'vitest';
import { writtenLessons } from './lessons.ts';
import { playLab } from './play-lab.ts';

const labs = writtenLessons().flatMap(({ path, source }) =>
  source.labs.map((lab) => ({ path, lab, id: lab.id })),
);

const readers = [
  { reader: 'hasty', pauseMs: 2_000 },
  { reader: 'slow', pauseMs: 40_000 },
];

/** A watch ends by Ctrl-C. */
const INTERRUPTED = 130;

describe.each(readers)('a $reader reader', ({ pauseMs }) => {
  test.each(labs)('sees what $path says, in $id', ({ path, lab }) => {
    const faults = playLab(lab, pauseMs).flatMap(({ run, output, exitCode }) => {
      const isAsMeant = run.fails ? exitCode !== 0 : exitCode === 0 || exitCode === INTERRUPTED;
      const missing = run.prints.filter((text) => !squeezed(output).includes(squeezed(text)));
      const where = `${path}:${run.line}: ${run.command}`;
      return [
        ...(isAsMeant ? [] : [`${where}: ended with ${exitCode}\n${output}`]),
        ...missing.map((text) => `${where}: does not print "${text}" but\n${output}`),
      ];
    });
    expect(faults.join('\n')).toBe('');
  });
});

/** Columns are as wide as what else stands in them. */
function squeezed(text: string): string {
  return text.replace(/ +/g, ' ');
}
