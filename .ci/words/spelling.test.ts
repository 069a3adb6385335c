import { expect, test } from 'vitest';
import { listFaults } from './own-words.ts';
import type { Passage } from './passage.ts';
import { CODE } from './passage.ts';
import { readSpelling, wordsOf } from './spelling.ts';

const passage = (text: string): Passage => ({ path: 'a.md', line: 7, role: 'sentences', text });

test('a misspelled word is told with its line and with what may be meant', () => {
  const [fault = '', ...others] = readSpelling([]).faultsIn(passage('The first line.\nA secand one.'));
  expect(others).toEqual([]);
  expect(fault).toContain('a.md:8: "secand" is not in the dictionary: ');
  expect(fault).toContain('second');
});

test.each([
  ['The kubelet starts.', ['kubelet'], 0],
  ['Kubelets start.', ['kubelet'], 1],
  ['A statefulset.', ['StatefulSet'], 1],
  ['The color, not the colour.', [], 1],
] as const)("the project's own words are right as they are listed: %s", (text, own, faults) => {
  expect(readSpelling(own).faultsIn(passage(text))).toHaveLength(faults);
});

test.each([
  ["It's the pod’s (own), “half-way”.", ['It', 'the', 'pod', 'own', 'half', 'way']],
  [`On port 80, ${CODE} and svc/web; see a.yaml or ​10.0.0.1.`, ['On', 'port', 'and', 'see', 'or']],
  ['파드 (pod)', ['pod']],
] as const)('names, numbers and code are no words: %s', (text, words) => {
  expect(wordsOf(text).map(({ word }) => word)).toEqual(words);
});

test('the list of own words is in order, and has none that nobody uses', () => {
  const spelling = readSpelling(['kubelet', 'etcd', 'unheard']);
  spelling.faultsIn(passage('The kubelet and etcd.'));
  expect(spelling.unused()).toEqual(['unheard']);
  expect(listFaults('own.txt', ['kubelet', 'etcd', 'unheard'], new Set(spelling.unused()))).toEqual([
    'own.txt:2: "etcd" belongs before "kubelet", once',
    'own.txt:3: no text has "unheard": take it out',
  ]);
});
