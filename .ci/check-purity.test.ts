import { expect, test } from 'vitest';
import { impuritiesOf } from './purity/impurities.ts';

test.each([
  ['const at = Date.now();', ['Date']],
  ['const at = new Date(0);', ['Date']],
  ['const n = Math.random();', ['Math.random']],
  ['const n = Math.floor(1.5);', []],
  ['export async function run(): Promise<void> {}', ['async', 'Promise']],
  ['for (const x of xs) await x;', ['async']],
  ['const m = import("./late.ts");', ['import()']],
  ['names.sort((a, b) => a.localeCompare(b));', ['localeCompare']],
  ['setTimeout(run, 5);', ['setTimeout']],
  ['interface Row { Date: string; process: number }', []],
  ['const row = { Date: 1 }; row.Date;', []],
  ['const process = table.get(1); process.exit;', []],
  ['function ring(process: Process) { return process.id; }', []],
  ['return globalThis.fetch;', ['globalThis']],
])('%s', (text, expected) => {
  expect(impuritiesOf('a.ts', text).map((line) => line.replace('a.ts:1: ', ''))).toEqual(expected);
});
