import { expect, test } from 'vitest';
import type { Pressed } from './line-keys.ts';
import { changeOf } from './line-keys.ts';

const none: Pressed = { key: '', code: '', ctrlKey: false, altKey: false, metaKey: false };
const line = { text: 'echo a b\nls -l', at: 6 };

test.each([
  [{ key: 'w', ctrlKey: true }, 'echo | b\nls -l'],
  [{ key: 'a', ctrlKey: true }, '|echo a b\nls -l'],
  [{ key: 'e', ctrlKey: true }, 'echo a b|\nls -l'],
  [{ key: 'k', ctrlKey: true }, 'echo a|\nls -l'],
  [{ key: 'u', ctrlKey: true }, '| b\nls -l'],
  [{ key: '∫', code: 'KeyB', altKey: true }, 'echo |a b\nls -l'],
  [{ key: 'f', code: 'KeyF', altKey: true }, 'echo a b|\nls -l'],
  [{ key: 'd', code: 'KeyD', altKey: true }, 'echo a|\nls -l'],
])('%j', (pressed, expected) => {
  const changed = changeOf({ ...none, ...pressed })?.(line);
  expect(changed && `${changed.text.slice(0, changed.at)}|${changed.text.slice(changed.at)}`).toBe(expected);
});

test.each([
  { key: 'w' },
  { key: 'w', metaKey: true, ctrlKey: true },
  // AltGr comes as both.
  { key: 'f', code: 'KeyF', ctrlKey: true, altKey: true },
  { key: 'x', ctrlKey: true },
])('%j is the page’s own', (pressed) => {
  expect(changeOf({ ...none, ...pressed })).toBeUndefined();
});
