import { expect, test } from 'vitest';
import type { Look } from './causes.ts';
import { Causes } from './causes.ts';

const rung = (name: string) => ({ what: 'image', podName: name }) as never;

test('a look is told with what rang for it since the look before', () => {
  const causes = new Causes();
  const looks: Look[] = [];
  causes.rang(0, ['a'], rung('too early'));
  const stop = causes.watch((look) => looks.push(look));
  causes.rang(0, ['a', 'b'], rung('one'));
  causes.rang(0, ['a'], rung('two'));
  causes.rang(1, ['a'], rung('of another'));
  causes.looks(0, 'kubelet', 'a');
  causes.looks(0, 'kubelet', 'a');
  stop();
  causes.looks(0, 'kubelet', 'b');
  expect(looks).toEqual([
    { component: 'kubelet', key: 'a', rungBy: [rung('one'), rung('two')] },
    { component: 'kubelet', key: 'a', rungBy: [] },
  ]);
});

test('only the latest changes are remembered', () => {
  const causes = new Causes();
  const looks: Look[] = [];
  causes.watch((look) => looks.push(look));
  for (let count = 0; count < 40; count += 1) causes.rang(0, ['a'], rung(String(count)));
  causes.looks(0, 'kubelet', 'a');
  expect(looks[0]?.rungBy).toHaveLength(12);
  expect(looks[0]?.rungBy.at(-1)).toEqual(rung('39'));
});
