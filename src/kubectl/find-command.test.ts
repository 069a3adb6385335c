import { expect, test } from 'vitest';
import type { Command } from './command.ts';
import { findCommand } from './find-command.ts';
import { closest } from './suggestions.ts';

const command = (...words: string[]): Command => ({
  words,
  summary: '',
  usage: '',
  flags: [],
  run: () => 0,
});
const commands = [
  command('get'),
  command('apply'),
  command('apply', 'view-last-applied'),
  command('rollout', 'status'),
];

test.each([
  ['get pods', 'get', 'pods'],
  ['-n kube-system get pods', 'get', '-n kube-system pods'],
  ['--namespace=x get pods -w', 'get', '--namespace=x pods -w'],
  ['rollout status sts/web', 'rollout status', 'sts/web'],
  ['rollout -n x status sts/web', 'rollout status', '-n x sts/web'],
  ['apply -f status', 'apply', '-f status'],
  ['apply view-last-applied sts/web', 'apply view-last-applied', 'sts/web'],
  ['rollout foo', undefined, 'rollout foo'],
  ['constructor', undefined, 'constructor'],
])('%s', (line, name, after) => {
  const found = findCommand(commands, line.split(' '));
  expect(found.command?.words.join(' ')).toBe(name);
  expect(found.after.join(' ')).toBe(after);
});

test.each([
  ['gte', ['get']],
  ['GET', ['get']],
  ['pods', ['logs']],
  ['foo', ['top']],
  ['roll', ['rollout']],
  ['getpods', []],
])('%s is like %j', (word, similar) => {
  expect(closest(word, ['get', 'logs', 'rollout', 'top'])).toEqual(similar);
});
