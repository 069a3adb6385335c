/** Lessons and pages lie in the top-level content/ folder, one subfolder a language. */

import { defineCollection } from 'astro:content';
import { readFileSync } from 'node:fs';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import type { Loader } from 'astro/loaders';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { LOCALES } from './course/locale.ts';
import { parseUiStrings, uiStringsSchema } from './course/ui-strings.ts';

const lessonFields = z.object({
  /** Which rows of the curriculum the page teaches. */
  covers: z.array(z.string()).default([]),
  /** What a reader can do afterwards, each as the end of a sentence. */
  objectives: z.array(z.string()).default([]),
  /** Lessons to read before, by their addresses below the locale. */
  needs: z.array(z.string()).default([]),
  /** Pages of the Kubernetes documentation, by title. */
  reading: z.record(z.string(), z.url()).default({}),
});

/** content/<locale>/ui.yaml, so that `Astro.locals.t` knows the site's own words. */
const uiLoader: Loader = {
  name: 'petset-ui',
  load: async ({ store, parseData }) => {
    store.clear();
    for (const locale of LOCALES) {
      const path = `content/${locale}/ui.yaml`;
      const strings = parseUiStrings(path, readFileSync(path, 'utf8'));
      store.set({ id: locale, data: await parseData({ id: locale, data: strings }) });
    }
  },
};

export const collections = {
  docs: defineCollection({
    loader: glob({ base: './content', pattern: '{en,ko}/**/[^_]*.{md,mdx}' }),
    schema: docsSchema({ extend: lessonFields }),
  }),
  i18n: defineCollection({ loader: uiLoader, schema: i18nSchema({ extend: uiStringsSchema }) }),
};
