// A lesson cannot show what does not happen: every command line of every lesson is played, by a hasty reader and by a slow one.
import { describe, expect, test } from 'vitest';
import { writtenLessons } from './lessons.ts';
import { isAsMeant, misprintsOf, playLab } from './play-lab.ts';

const labs = writtenLessons().flatMap(({ path, source }) =>
  source.labs.map((lab) => ({ path, lab, id: lab.id })),
);

const readers = [
  { reader: 'hasty', pauseMs: 2_000 },
  { reader: 'slow', pauseMs: 40_000 },
];

describe.each(readers)('a $reader reader', ({ pauseMs }) => {
  test.each(labs)('sees what $path says, in $id', ({ path, lab }) => {
    const faults = playLab(lab, pauseMs).flatMap((played) => {
      const { run, output, exitCode } = played;
      const where = `${path}:${run.line}: ${run.command}`;
      return [
        ...(isAsMeant(played) ? [] : [`${where}: ended with ${exitCode}\n${output}`]),
        ...misprintsOf(played).map((fault) => `${where}: ${fault}:\n${output}`),
      ];
    });
    expect(faults.join('\n')).toBe('');
  });
});
