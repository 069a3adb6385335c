import { describe, expect, test } from 'vitest';
import * as names from './names.ts';
import { createRandom } from './random.ts';
import { describeTable } from './testdata/recordings.ts';

type Row = { in: string } & Record<string, string[] | null>;

const validators: Record<string, names.Validator> = {
  configMapKey: names.configMapKey,
  dns1035Label: names.dns1035Label,
  dns1123Label: names.dns1123Label,
  dns1123Subdomain: names.dns1123Subdomain,
  envVarName: names.envVarName,
  labelValue: names.labelValue,
  'podOrSubdomainNamePrefixOk(generateName)': names.generateNamePrefix(names.dns1123Subdomain),
  portName: names.portName,
  qualifiedNameLabelKey: names.qualifiedName,
  relaxedEnvVarName: names.relaxedEnvVarName,
};

describeTable<Row[]>(
  'names',
  (rows) => {
    test.each(rows.map((row) => [row.in.slice(0, 40), row] as const))(
      '%j',
      (_, { in: text, ...verdicts }) => {
        for (const [validator, messages] of Object.entries(verdicts)) {
          expect({ validator, messages: validators[validator]?.(text) }).toEqual({
            validator,
            messages: messages ?? [],
          });
        }
      },
    );
  },
  (whole: { rows: Row[] }) => whole.rows,
);

describe('what the table leaves out', () => {
  test.each<[string, names.Validator, string, string[]]>([
    ['a dot is no file name', names.configMapKey, '.', ["must not be '.'"]],
    ['nor are two', names.envVarName, '..', ["must not be '..'"]],
    [
      'lengths count bytes',
      names.labelValue,
      'ü'.repeat(32),
      ['must be no more than 63 bytes', 'a valid label'],
    ],
    ['port 0', (text) => names.portNumber(Number(text)), '0', ['must be between 1 and 65535, inclusive']],
    ['port 65535', (text) => names.portNumber(Number(text)), '65535', []],
    ['a line break is no part of a name', names.dns1123Label, 'web\n', ['a lowercase RFC 1123 label']],
  ])('%s', (_, validator, text, starts) => {
    expect(validator(text).map((message, i) => message.slice(0, starts[i]?.length))).toEqual(starts);
  });

  test('a long name of legal characters is refused quickly', () => {
    expect(names.dns1123Subdomain('a'.repeat(100_000))).toEqual(['must be no more than 253 characters']);
    expect(names.dns1123Subdomain(`${'a-'.repeat(50_000)}!`)).toHaveLength(2);
  });
});

describe('generateName', () => {
  test('appends five characters of the suffix alphabet', () => {
    expect(names.generateName('web-', createRandom(1))).toMatch(/^web-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
  });

  test('keeps to 63 characters', () => {
    const name = names.generateName('a'.repeat(70), createRandom(1));
    expect(name).toHaveLength(63);
    expect(name.slice(0, 58)).toBe('a'.repeat(58));
  });
});
