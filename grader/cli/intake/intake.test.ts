import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { ZipEntry } from '../testdata/write-zip.ts';
import { writeZip } from '../testdata/write-zip.ts';
import { gather } from './gather.ts';
import { readBounded } from './read-bounded.ts';
import { parseTable } from './table.ts';
import { tableTextOf, textOf } from './text-of.ts';
import { listZip } from './zip.ts';

const scratch = mkdtempSync(join(tmpdir(), 'petset-intake-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let zips = 0;
function zipped(entries: readonly ZipEntry[]): string {
  const path = join(scratch, `zip-${zips++}.zip`);
  writeFileSync(path, writeZip(entries));
  return path;
}

async function contents(path: string): Promise<string[]> {
  const { handed, warnings } = await gather([path]);
  const lines: string[] = [];
  for (const { claim, file, entry } of handed) {
    const read = entry.refusal === undefined ? await entry.read() : undefined;
    const what = read === undefined ? entry.refusal : read.ok ? read.bytes.toString('utf8') : read.why.id;
    lines.push(`${claim.label}/${file}: ${what}`);
  }
  return [...lines, ...warnings.map((warning) => warning.replaceAll(scratch, ''))];
}

describe('a zip', () => {
  test('of a learning platform is sorted out by its names', async () => {
    expect(
      await contents(
        zipped([
          { name: 'doejane_1_2_a.yaml', text: 'A' },
          { name: 'kim_LATE_3_4_b.sh', text: 'B' },
          { name: '__MACOSX/._a.yaml', text: 'x' },
        ]),
      ),
    ).toEqual(['doejane (1)/a.yaml: A', 'kim (3)/b.sh: B']);
  });

  test('may hold one folder, and everything in that', async () => {
    expect(
      await contents(
        zipped([
          { name: 'hw/ada/a.yaml', text: 'A' },
          { name: 'hw/bob/b.yaml', text: 'B' },
        ]),
      ),
    ).toEqual(['ada/a.yaml: A', 'bob/b.yaml: B']);
  });

  test("within a zip is its student's", async () => {
    const inner = writeZip([
      { name: 'work/a.yaml', text: 'inner' },
      { name: '../b.sh', text: 'x' },
    ]);
    expect(await contents(zipped([{ name: 'doejane_1_2_work.zip', text: inner }]))).toEqual([
      'doejane (1)/a.yaml: inner',
      '/zip-2.zip!doejane_1_2_work.zip: "../b.sh" leads out of the zip; it was passed over',
    ]);
  });

  test('has names in UTF-8, and in what Korean Windows writes', async () => {
    const korean = Buffer.from([0xb1, 0xe8, 0xc3, 0xb6, 0xbc, 0xf6]);
    const name = Buffer.concat([korean, Buffer.from('/a.yaml')]);
    expect(
      await contents(
        zipped([
          { name, text: 'A' },
          { name: '이영희/a.yaml', text: 'B', isUtf8: true },
        ]),
      ),
    ).toEqual(['김철수/a.yaml: A', '이영희/a.yaml: B']);
  });

  test.each([
    [
      'slips',
      [
        { name: '../../etc/cron.d/x.yaml', text: 'x' },
        { name: 'C:\\x.yaml', text: 'x' },
        { name: '/etc/x.yaml', text: 'x' },
      ],
      /leads out/,
    ],
    ['links', [{ name: 'ada/a.yaml', text: '/etc/passwd', mode: 0o120777 }], /ada\/a\.yaml: a-link/],
    ['holds pipes', [{ name: 'ada/a.yaml', text: '', mode: 0o010644 }], /ada\/a\.yaml: not-a-file/],
    [
      'holds a name twice',
      [
        { name: 'ada/a.yaml', text: '1' },
        { name: 'ada/a.yaml', text: '2' },
      ],
      /ada\/a\.yaml: ambiguous-name/,
    ],
    ['is encrypted', [{ name: 'ada/a.yaml', text: '1', isEncrypted: true }], /ada\/a\.yaml: not-readable/],
    ['is a bomb', [{ name: 'ada/a.yaml', text: Buffer.alloc(4_000_000) }], /ada\/a\.yaml: too-large/],
    ['is a large bomb', [{ name: 'ada/a.yaml', text: Buffer.alloc(20_000_000) }], /ada\/a\.yaml: too-large/],
    [
      'says too little',
      [{ name: 'ada/a.yaml', text: Buffer.alloc(200_000), claimedSize: 10 }],
      /ada\/a\.yaml: not-readable/,
    ],
    ['says too much', [{ name: 'ada/a.yaml', text: 'x', claimedSize: 5000 }], /ada\/a\.yaml: not-readable/],
    [
      'expands beyond everything',
      [{ name: 'ada/a.yaml', text: 'x', claimedSize: 3_000_000_000 }],
      /expanded it is larger/,
    ],
    ['has a name of zero bytes', [{ name: 'ada/a\u0000.yaml', text: 'x' }], /leads out/],
  ] as const)('that %s harms nobody', async (_, entries, said) => {
    const lines = await contents(zipped(entries));
    expect(lines.join('\n')).toMatch(said);
    expect(lines.filter((line) => / passwd|^x$/.test(line))).toEqual([]);
  });

  test.each([
    ['is cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 30)],
    ['is empty', () => Buffer.alloc(0)],
    ['is text', () => Buffer.from('not a zip')],
  ])('that %s is passed over', async (_, change) => {
    const path = join(scratch, `broken-${zips++}.zip`);
    writeFileSync(path, change(writeZip([{ name: 'ada/a.yaml', text: 'A' }])));
    expect((await contents(path)).join()).toMatch(/is no zip that can be read, and was passed over/);
  });

  test('of too many files is refused before they are read', async () => {
    const many = Array.from({ length: 65_000 }, (_, at) => ({ name: `${at}`, text: '' }));
    const end = writeZip(many);
    // The directory says that there are more than there may be.
    end.writeUInt16LE(65_535, end.length - 22 + 10);
    await expect(listZip(end, 'x.zip')).rejects.toThrow();
  });
});

describe('a folder', () => {
  test('is read without following links or waiting for pipes', async () => {
    const folder = join(scratch, 'class');
    mkdirSync(join(folder, 'ada', 'lab'), { recursive: true });
    writeFileSync(join(folder, 'ada', 'lab', 'a.yaml'), 'A');
    symlinkSync('/etc/passwd', join(folder, 'ada', 'b.yaml'));
    symlinkSync(folder, join(folder, 'ada', 'circle'));
    execFileSync('mkfifo', [join(folder, 'ada', 'c.sh')]);
    mkdirSync(join(folder, 'bob\n\u001b[2J'));
    writeFileSync(join(folder, 'bob\n\u001b[2J', 'a.yaml'), 'B');
    writeFileSync(join(folder, 'stray.yaml'), 'x');
    expect(await contents(folder)).toEqual([
      'ada/b.yaml: a-link',
      'ada/c.sh: not-a-file',
      'ada/circle: a-link',
      'ada/a.yaml: A',
      'bob\n\u001b[2J/a.yaml: B',
      "/class/stray.yaml is in no student's folder",
    ]);
  });

  test.each([
    ['a link', (path: string) => symlinkSync('/etc/passwd', path), 'a-link'],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path]), 'not-a-file'],
    ['a folder', (path: string) => mkdirSync(path), 'not-a-file'],
    ['nothing', () => {}, 'not-readable'],
    ['too large', (path: string) => appendFileSync(path, Buffer.alloc(101)), 'too-large'],
  ])('in which a file has become %s since is not read', (name, make, why) => {
    const path = join(scratch, `read-${name}`);
    make(path);
    const read = readBounded(path, 'f', 100);
    expect(read.ok ? '' : read.why.id).toBe(why);
  });
});

describe('text', () => {
  test.each([
    ['UTF-8', Buffer.from('파드'), '파드'],
    ['UTF-8 with a mark', Buffer.from('\ufeff파드'), '파드'],
    ['UTF-16 as PowerShell writes it', Buffer.from('\ufeff파드', 'utf16le'), '파드'],
    ['UTF-16 the other way round', Buffer.from('\ufeff파드', 'utf16le').swap16(), '파드'],
    ['nothing', Buffer.alloc(0), ''],
  ])('in %s', (_, bytes, text) => expect(textOf(bytes)).toEqual({ ok: true, text }));

  test.each([
    ['a byte that is none', Buffer.from([0x61, 0x62, 0xff, 0x63]), 2],
    ['a character that is cut', Buffer.from('aé').subarray(0, 2), 1],
    ['Latin-1', Buffer.from('café', 'latin1'), 3],
  ])('that holds %s is none', (_, bytes, badByte) => expect(textOf(bytes)).toEqual({ ok: false, badByte }));

  test('of a spreadsheet may be as Excel writes it in Korea', () => {
    expect(tableTextOf(Buffer.from([0xb1, 0xe8, 0x2c, 0x31]))).toBe('김,1');
  });
});

test.each([
  [
    'a,b\n1,"2,3"\n',
    ',',
    [
      ['a', 'b'],
      ['1', '2,3'],
    ],
  ],
  [
    'a;b;c\r\n1,5;2;3\r\n',
    ';',
    [
      ['a', 'b', 'c'],
      ['1,5', '2', '3'],
    ],
  ],
  [
    'a\tb\n1\t2\n',
    '\t',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['a,b\n1\n', ',', [['a', 'b'], ['1']]],
])('the table %j', (text, delimiter, rows) => {
  const parsed = parseTable(text);
  expect(parsed.ok && { delimiter: parsed.value.delimiter, rows: parsed.value.rows }).toEqual({
    delimiter,
    rows,
  });
});

test.each(['', 'a,"b\n'])('the table %j is none', (text) => expect(parseTable(text).ok).toBe(false));
