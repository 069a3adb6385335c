import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { renderFieldError } from './field-error.ts';
import { FieldPath } from './field-path.ts';
import type { LabelSelector } from './label-selector.ts';
import {
  compileLabelSelector,
  formatLabelSelector,
  isEmptyLabelSelector,
  validateLabelSelector,
} from './label-selector.ts';
import type { Labels } from './labels.ts';
import { EVERYTHING, formatRequirement, NOTHING, selectorFromLabels } from './labels.ts';
import { parseSelector } from './selector-parser.ts';
import { describeTable } from './testdata/recordings.ts';

interface Table {
  labelSets: Labels[];
  rows: StringRow[];
  labelSelectorObjects: ObjectRow[];
}

interface StringRow {
  in: string;
  error: string | null;
  matches?: boolean[];
  requirements?: { key: string; operator: string; values: string[]; string: string }[];
  string?: string;
}

interface ObjectRow {
  yaml: string;
  decodeError?: string;
  asSelectorError?: string | null;
  empty?: boolean;
  format?: string;
  string?: string;
  matches?: boolean[];
  validationErrors?: string[];
}

describeTable<Table>('label-selectors', ({ labelSets, rows, labelSelectorObjects }) => {
  test.each(rows.map((row) => [row.in, row] as const))('%j', (text, row) => {
    const parsed = parseSelector(text);
    if (row.error !== null) {
      expect(parsed).toEqual({ ok: false, error: row.error });
      return;
    }
    if (!parsed.ok) throw new Error(parsed.error);
    const { requirements } = parsed.value;
    expect(
      requirements.map((requirement) => ({ ...requirement, string: formatRequirement(requirement) })),
    ).toEqual(row.requirements);
    expect(parsed.value.toString()).toBe(row.string);
    expect(labelSets.map((labels) => parsed.value.matches(labels))).toEqual(row.matches);
  });

  const objects = labelSelectorObjects.filter((row) => row.decodeError === undefined);
  test.each(objects.map((row) => [row.yaml, row] as const))('%j', (yaml, row) => {
    const selector = asStrings(load(yaml)) as LabelSelector;
    const compiled = compileLabelSelector(selector);
    expect(compiled.ok ? null : compiled.error).toBe(row.asSelectorError);
    expect(formatLabelSelector(selector)).toBe(row.format);
    const errors = validateLabelSelector(selector, FieldPath.of('spec', 'selector'));
    expect(errors.map(renderFieldError)).toEqual(row.validationErrors);
    if (!compiled.ok) return;
    expect(isEmptyLabelSelector(selector)).toBe(row.empty);
    expect(compiled.value.isEmpty).toBe(row.empty);
    expect(compiled.value.toString()).toBe(row.string);
    expect(labelSets.map((labels) => compiled.value.matches(labels))).toEqual(row.matches);
  });
});

/** Scalars become text where the API wants text, as its YAML reader makes them. */
function asStrings(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asStrings);
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asStrings(inner)]));
}

describe('what the table leaves out', () => {
  test.each([
    ['a in (b,,c)', 'a in (,b,c)'],
    ['a in (,,)', "unable to parse requirement: found ')', expected: ',', or identifier"],
    ['a in (a,', "unable to parse requirement: found '', expected: ',', or identifier"],
    ['a in (=)', "unable to parse requirement: found '=', expected: ',', ')' or identifier"],
    ['a in (b=)', "unable to parse requirement: found '=', expected: ',' or ')'"],
    ['a in (*,+)', 'unable to parse requirement: [values[0][a]: Invalid value: "*": a valid label must be'],
    ['x>9223372036854775808', 'unable to parse requirement: values[0]: Invalid value: "9223372036854775808"'],
    ['a=b,c=d,a!=e', 'a=b,a!=e,c=d'],
  ])('%j', (text, outcome) => {
    const parsed = parseSelector(text);
    expect((parsed.ok ? parsed.value.toString() : parsed.error).slice(0, outcome.length)).toBe(outcome);
  });

  test('keys that objects inherit are no labels', () => {
    for (const key of ['constructor', 'toString', 'hasOwnProperty']) {
      const selector = parseSelector(key);
      expect(selector.ok && selector.value.matches({})).toBe(false);
      expect(selector.ok && selector.value.matches({ [key]: 'x' })).toBe(true);
    }
  });

  test('a missing map of labels is an empty one', () => {
    expect(EVERYTHING.matches(undefined)).toBe(true);
    expect(NOTHING.matches(undefined)).toBe(false);
    expect(selectorFromLabels({ app: 'web' }).matches(undefined)).toBe(false);
  });

  test('a missing selector selects nothing', () => {
    expect(compileLabelSelector(undefined)).toEqual({ ok: true, value: NOTHING });
    expect(formatLabelSelector(undefined)).toBe('<none>');
  });

  test('selectorFromLabels prints sorted', () => {
    expect(String(selectorFromLabels({ tier: 'web', app: 'x' }))).toBe('app=x,tier=web');
  });
});
