// The schema of grading.yaml: what counts, for how much, and what lateness costs. Its comments are its documentation.
import { z } from 'zod';
import { parseRfc3339 } from '../../src/sim/index.ts';
import { idSchema } from '../scalars.ts';

const unitsMs: ReadonlyMap<string, number> = new Map([
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
]);

/** A time as `2d`, `36h`, `90m` or `1d 12h`, turned into ms; undefined for anything else. */
export function parseSpan(text: string): number | undefined {
  const compact = text.toLowerCase().replace(/\s+/g, '');
  if (!/^(\d{1,5}(\.\d{1,3})?[dhm])+$/.test(compact)) return compact === '0' ? 0 : undefined;
  const parts = [...compact.matchAll(/(\d+(?:\.\d+)?)([dhm])/g)];
  return parts.reduce(
    (sum, [, number = '', unit = '']) => sum + Number(number) * (unitsMs.get(unit) ?? 0),
    0,
  );
}

const spanSchema = z.string().transform((text, context) => {
  const parsed = parseSpan(text);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: 'custom', message: `"${text}" is no time such as 2d, 36h or 90m` });
  return z.NEVER;
});

/** An instant with its offset, as 2026-10-02T23:59:00+09:00, turned into ms since the Unix epoch. */
const instantSchema = z.string().transform((text, context) => {
  const parsed = parseRfc3339(text);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: 'custom', message: `"${text}" is no instant such as 2026-10-02T23:59:00+09:00` });
  return z.NEVER;
});

const percentSchema = z.number().min(0).max(100);
const pointsSchema = z.number().min(0).max(100_000);

const lateSchema = z.strictObject({
  /** What is handed in within this time after the end is not late. */
  grace: spanSchema.default(0),
  /** Per cent of an exercise's points that each day costs, begun days counted whole. */
  'per-day': percentSchema.default(0),
  /** The most that lateness can cost, in per cent. */
  'at-most': percentSchema.default(100),
  /** What is handed in later than this after the end (and its grace) gets no points. Never, if absent. */
  closes: spanSchema.optional(),
  /** What a submission costs, in per cent, that the learning platform marks as late without saying when it came. */
  marked: percentSchema.default(0),
  /**
   * The roster's column with each person's extension: a time (2d), or an instant up to which everything is in time. A column
   * `<name> <exercise>` is for one exercise alone.
   */
  extension: z.string().min(1).default('extension'),
  /** True where a file's time of change, on disk or in its zip, stands for the time at which it was handed in. */
  'file-times': z.boolean().default(false),
});

const attemptsSchema = z.strictObject({
  /**
   * Which of several submissions of one person to one exercise counts. latest: only the last one is graded. best: all are, and
   * the best one counts. all: all are graded and reported, and their mean counts.
   */
  take: z.enum(['latest', 'best', 'all']).default('latest'),
  /** How many count at all, the earliest first. No limit if absent. */
  max: z.int().min(1).max(1000).optional(),
});

const exerciseRulesSchema = z.strictObject({
  /** What the exercise counts for; as many points as it has, if absent. */
  points: pointsSchema.optional(),
  /** When it has to be handed in. */
  due: instantSchema.optional(),
  /** True: its points add to the total, and are not part of what can be reached. */
  'extra-credit': z.boolean().default(false),
  /** Checks without which nothing of the exercise counts. */
  gates: z.array(z.string()).default([]),
  /** The per cent of other exercises that have to be reached before this one counts. */
  requires: z.record(idSchema, percentSchema).default({}),
  /** Other points for some of its checks, or points beyond what can be reached. */
  checks: z
    .record(
      idSchema,
      z.strictObject({ points: pointsSchema.optional(), 'extra-credit': z.boolean().default(false) }),
    )
    .default({}),
  /** A file beside this one with checks that learners do not have; see hidden-checks.ts. Keep it out of the site. */
  hidden: z.string().min(1).optional(),
  /** The seeds that it is graded on, instead of those that learners can see. */
  seeds: z.array(z.int().min(0)).min(1).max(10).optional(),
  /** Takes the place of `late` below, for this exercise. */
  late: lateSchema.optional(),
  /** Takes the place of `attempts` below, for this exercise. */
  attempts: attemptsSchema.optional(),
});

/** What somebody decided by hand. The reason is shown wherever the grade is. */
const overrideSchema = z
  .strictObject({
    /** Any key by which the roster knows the person, or the name that reports show. */
    student: z.string().min(1),
    exercise: idSchema,
    reason: z.string().trim().min(1),
    /** The points that it counts for, whatever was graded. */
    points: pointsSchema.optional(),
    /** True: it counts neither for nor against. */
    excused: z.boolean().optional(),
    /** Checks to take as passed. */
    passed: z.array(z.string()).min(1).optional(),
    /** More time. */
    extension: spanSchema.optional(),
  })
  .refine(
    ({ points, excused, passed, extension }) =>
      [points, excused, passed, extension].filter((it) => it !== undefined).length === 1,
    'an override has one of points, excused, passed or extension',
  );

export const gradingRulesSchema = z.strictObject({
  /** Stands at the top of pages. */
  title: z.string().max(200).default(''),
  /** The exercises that count, in the order of columns. If absent, all that somebody handed in, with their own points. */
  exercises: z.record(idSchema, exerciseRulesSchema).optional(),
  late: lateSchema.prefault({}),
  attempts: attemptsSchema.prefault({}),
  /** What an exercise that was not handed in counts for: zero, or nothing at all (it is left out of the sum). */
  missing: z.enum(['zero', 'nothing']).default('zero'),
  overrides: z.array(overrideSchema).max(10_000).default([]),
});

/** What grading.yaml says, with its defaults. Times are in ms. */
export type GradingRules = z.infer<typeof gradingRulesSchema>;
export type ExerciseRules = z.infer<typeof exerciseRulesSchema>;
export type LateRules = z.infer<typeof lateSchema>;
export type AttemptRules = z.infer<typeof attemptsSchema>;
export type Override = z.infer<typeof overrideSchema>;

/** The rules where there is no grading.yaml. */
export const DEFAULT_RULES: GradingRules = gradingRulesSchema.parse({});

/** What the rules say of an exercise; undefined where it does not count. */
export function rulesFor(rules: GradingRules, exercise: string): ExerciseRules | undefined {
  if (rules.exercises === undefined) return exerciseRulesSchema.parse({});
  return Object.hasOwn(rules.exercises, exercise) ? rules.exercises[exercise] : undefined;
}
