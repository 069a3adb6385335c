/** How often the course's cluster and a real one agreed, as content/agreement.yaml keeps it. */
import { load } from 'js-yaml';
import { z } from 'zod';

const partSchema = z
  .strictObject({ of: z.int().positive(), agree: z.int().nonnegative() })
  .refine(({ of, agree }) => agree <= of, 'more agree than there are');

const agreementSchema = z.strictObject({
  /** The version of the real one. */
  kubernetes: z.string(),
  parts: z.strictObject({ behaviour: partSchema, kubectl: partSchema, validation: partSchema }),
});

export type Agreement = z.infer<typeof agreementSchema>;

/** Throws an error that names the file and what is wrong. */
export function parseAgreement(path: string, text: string): Agreement {
  const result = agreementSchema.safeParse(load(text));
  if (result.success) return result.data;
  throw new Error(`${path}: ${z.prettifyError(result.error)}`);
}
