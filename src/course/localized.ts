/** Short texts in every language, as the course's own files hold them. */
import { z } from 'zod';

export const localizedSchema = z.strictObject({ en: z.string().min(1), ko: z.string().min(1) });

export type Localized = z.infer<typeof localizedSchema>;
