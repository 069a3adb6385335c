// The checks that exercise.yaml may declare: a closed vocabulary. What a check says to a learner is in text/<locale>.md.
import { z } from 'zod';
import { findKind, parseSelector } from '../src/sim/index.ts';
import { celProblem } from './checks/cel-expression.ts';
import { durationSchema, idSchema } from './scalars.ts';

/** kubectl's name of a resource: pods, statefulsets, persistentvolumeclaims … The full plural. */
const resourceSchema = z.string().superRefine((plural, context) => {
  if (findKind(plural)?.plural !== plural) {
    context.addIssue({
      code: 'custom',
      message: `"${plural}" is no resource of this cluster (pods, services …)`,
    });
  }
});

/** A Common Expression Language expression that answers true or false. See checks/cel-expression.ts for its variables. */
const expressionSchema = z.string().superRefine((expression, context) => {
  const problem = celProblem(expression);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

/**
 * A point in the time of what is looked at: how long after its beginning, or the first moment at which an
 * expression holds.
 */
const instantSchema = z.union([durationSchema, z.strictObject({ cel: expressionSchema })]);

const windowSchema = z.strictObject({
  /** The beginning if absent. */
  from: instantSchema.optional(),
  /** The end if absent. */
  to: instantSchema.optional(),
});

/**
 * When a statement about objects has to hold. It is looked at after every single write, as a watch shows them.
 * - end: when everything has come to rest (default)
 * - eventually: at one moment at least
 * - always: at every moment
 * - never: at no moment
 */
const whenSchema = z.union([
  z.enum(['end', 'eventually', 'always', 'never']),
  z.strictObject({ eventually: windowSchema }),
  z.strictObject({ always: windowSchema }),
  z.strictObject({ never: windowSchema }),
]);

/** A tree of which an object must hold every leaf; null: is not there. Lists: see checks/match.ts. */
const treeSchema = z.record(z.string(), z.json());

const selectedShape = {
  resource: resourceSchema,
  /** `default` if absent; not for cluster-wide resources. */
  namespace: z.string().optional(),
  name: z.string().optional(),
  /** A label selector as kubectl -l takes it. */
  selector: z
    .string()
    .refine((selector) => parseSelector(selector).ok, 'no label selector such as app=web')
    .optional(),
};

const objectsSchema = z.strictObject({
  kind: z.literal('objects'),
  ...selectedShape,
  match: treeSchema.optional(),
  /**
   * How many of the selected objects must match: some (default, at least one), all (at least one, and every one),
   * none, a number, or a range.
   */
  count: z
    .union([
      z.enum(['some', 'all', 'none']),
      z.int().min(0),
      z.strictObject({ min: z.int().min(0).optional(), max: z.int().min(0).optional() }),
    ])
    .default('some'),
  when: whenSchema.default('end'),
});

const celSchema = z.strictObject({
  kind: z.literal('cel'),
  expression: expressionSchema,
  /** Namespace of the objects that the expression sees. */
  namespace: z.string().optional(),
  when: whenSchema.default('end'),
});

const orderSchema = z.strictObject({
  kind: z.literal('order'),
  namespace: z.string().optional(),
  /** The first times at which these come true, in the window, must come in this order. */
  sequence: z
    .array(
      z.strictObject({
        /** RESOURCE/NAME, e.g. pods/web-0. */
        object: z.string().regex(/^[a-z]+\/[a-z0-9.-]+$/, 'RESOURCE/NAME, as pods/web-0'),
        /** created: it appears; ready: its Ready condition turns True; deleting: somebody asked for its end; deleted: it is gone. */
        is: z.enum(['created', 'ready', 'unready', 'deleting', 'deleted']),
      }),
    )
    .min(2),
  within: windowSchema.optional(),
});

const commandSchema = z.strictObject({
  kind: z.literal('command'),
  /** A command line, run at the end on a fresh machine beside the cluster. It should only look. */
  run: z.string().min(1),
  /** A text that what it prints (stdout) must hold. */
  prints: z.string().optional(),
  /** A text that it must not hold. */
  lacks: z.string().optional(),
  exitCode: z.int().min(0).max(255).default(0),
});

/** What an experiment may look at. */
const observationSchema = z.discriminatedUnion('kind', [
  objectsSchema,
  celSchema,
  orderSchema,
  commandSchema,
]);

const experimentSchema = z.strictObject({
  kind: z.literal('experiment'),
  /**
   * Command lines, run one after the other on a copy of the cluster as the submission left it, beside copies of the learner's files.
   * Each must succeed.
   */
  do: z.array(z.string().min(1)).min(1),
  /** What must follow. Windows of time begin with the experiment. */
  // biome-ignore lint/suspicious/noThenProperty: a word of exercise.yaml; nothing here is ever awaited
  then: z.array(observationSchema).min(1),
});

const graded = {
  /** Names the check in text, reports and expect.yaml. */
  id: idSchema,
  points: z.number().positive().max(1000),
};

export const checkSchema = z.discriminatedUnion('kind', [
  objectsSchema.extend(graded),
  celSchema.extend(graded),
  orderSchema.extend(graded),
  commandSchema.extend(graded),
  experimentSchema.extend(graded),
]);

export type Instant = z.infer<typeof instantSchema>;
export type Window = z.infer<typeof windowSchema>;
export type When = z.infer<typeof whenSchema>;
export type Tree = z.infer<typeof treeSchema>;
export type ObjectsCheck = z.infer<typeof objectsSchema>;
export type CelCheck = z.infer<typeof celSchema>;
export type OrderCheck = z.infer<typeof orderSchema>;
export type CommandCheck = z.infer<typeof commandSchema>;
export type ExperimentCheck = z.infer<typeof experimentSchema>;
/** A check that looks; an experiment also does something first. */
export type Observation = z.infer<typeof observationSchema>;
export type Check = z.infer<typeof checkSchema>;
