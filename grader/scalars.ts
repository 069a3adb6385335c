// The small values that exercise.yaml is made of.
import { z } from 'zod';
import { parseGoDuration } from '../src/sim/index.ts';

/** Lower-case words joined by hyphens. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
  .max(80);

/** A duration as Go writes it (90s, 5m, 1h30m), turned into ms. */
export const durationSchema = z.string().transform((text, context) => {
  const parsed = parseGoDuration(text);
  if (parsed.ok && parsed.value >= 0) return parsed.value;
  context.addIssue({ code: 'custom', message: `"${text}" is no duration such as 90s or 5m` });
  return z.NEVER;
});
