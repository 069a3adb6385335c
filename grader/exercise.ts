// The schema of exercises/<slug>/exercise.yaml. Its comments are its documentation.
import { z } from 'zod';
import type { ImageDefinition } from '../src/sim/index.ts';
import { readImages } from '../src/sim/index.ts';
import { checkSchema } from './check-definition.ts';
import { questionSchema } from './quiz-definition.ts';
import { durationSchema, idSchema } from './scalars.ts';

const limitsSchema = z.strictObject({
  /** Virtual time that what a learner does may take, beside the time to come to rest. */
  time: durationSchema.default(3_600_000),
  /** Virtual time to come to rest at the end. What is still busy then is looked at as it is. */
  settle: durationSchema.default(600_000),
  /** Reconciles and world steps of one replay, and steps of its clock. */
  moments: z.int().positive().max(2_000_000).default(200_000),
  /** Objects alive at once. */
  objects: z.int().positive().max(20_000).default(300),
});

const imagesSchema = z.unknown().transform((value, context): readonly ImageDefinition[] => {
  const read = readImages(value);
  if (read.ok) return read.value;
  context.addIssue({ code: 'custom', message: read.error });
  return [];
});

export const definitionSchema = z
  .strictObject({
    /** The name of its folder. */
    id: idSchema,
    /** Raised whenever a grade could change; progress and reports carry it. */
    revision: z.int().positive(),
    /**
     * An exam: its texts give no hints, and its checks are hidden, each told by its sentence and its feedback once the
     * work is handed in. Its solution is shown to those who have passed.
     */
    exam: z.literal(true).optional(),
    /** Rows of the curriculum that it practises. */
    objectives: z.array(z.string().regex(/^[a-z]+(\.[a-z0-9-]+)+$/)).min(1),
    asks: z
      .strictObject({
        /** The file to write. It is applied to a fresh cluster, unless commands are asked for too. */
        manifest: z
          .string()
          .regex(/^[a-z0-9][a-z0-9.-]*\.yaml$/)
          .optional(),
        /** True where the learner works at the prompt: what was done is replayed. */
        commands: z.boolean().default(false),
      })
      .default({ commands: false }),
    cluster: z.strictObject({ nodes: z.int().min(1).max(20).default(3) }).default({ nodes: 3 }),
    /** Images of its own, beside those that there are: their form is that of `ImageDefinition`. */
    images: imagesSchema.optional(),
    /** A check passes only if it passes on every one of these. The first is the one a learner works on. */
    seeds: z.array(z.int().min(0)).min(1).max(10).default([1, 2, 3]),
    limits: limitsSchema.prefault({}),
    checks: z.array(checkSchema).default([]),
    quiz: z.array(questionSchema).default([]),
  })
  .superRefine((definition, context) => {
    const fault = (message: string) => context.addIssue({ code: 'custom', message });
    const ids = [...definition.checks, ...definition.quiz].map(({ id }) => id);
    for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index)))
      fault(`"${id}" stands for two`);
    if (ids.length === 0) fault('it has neither checks nor a quiz');
    if (ids.includes('solution')) fault('"solution" is the name of a section of the text');
    const isDone = definition.asks.manifest !== undefined || definition.asks.commands;
    if (isDone !== definition.checks.length > 0)
      fault('checks go with a manifest or commands, and these with checks');
  });

/** What exercise.yaml says, with its defaults. Durations are in ms. */
export type Definition = z.infer<typeof definitionSchema>;
