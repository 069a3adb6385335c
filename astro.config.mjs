import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { lateSearch } from './.ci/site/late-search.ts';
import { leanYaml } from './.ci/site/lean-yaml.ts';
import { writeServiceWorker } from './.ci/site/offline.ts';
import { protectPages } from './.ci/site/security-policy.ts';
import { parseGlossary } from './src/course/glossary.ts';
import { lessonLocaleOf, linkTerms } from './src/course/link-terms.ts';
import { FALLBACK_LOCALE, LOCALE_NAMES, LOCALES } from './src/course/locale.ts';
import { parseCourse, sidebarOf } from './src/course/order.ts';
import { wholeNames } from './src/course/whole-names.ts';

const course = parseCourse(readFileSync(new URL('content/course.yaml', import.meta.url), 'utf8'));

/** For each lesson a plugin of its own, in its language. */
function lessonTerms({ fileURL }) {
  const locale = lessonLocaleOf(fileURL?.pathname ?? '');
  if (locale === undefined) return undefined;
  const path = `content/${locale}/glossary.yaml`;
  const entries = parseGlossary(path, readFileSync(new URL(path, import.meta.url), 'utf8'));
  return linkTerms(entries, '../../reference/glossary/');
}

export default defineConfig({
  publicDir: './src/public',
  markdown: { processor: satteri({ mdastPlugins: [lessonTerms, wholeNames] }) },
  // Both languages have a prefix, so a page's address never changes when a language is added, and a
  // lesson's two versions differ in one word. `/` itself is src/pages/index.astro: a choice of language.
  integrations: [
    starlight({
      title: 'Petset',
      locales: Object.fromEntries(
        LOCALES.map((locale) => [locale, { label: LOCALE_NAMES[locale], lang: locale }]),
      ),
      defaultLocale: FALLBACK_LOCALE,
      sidebar: sidebarOf(course),
      customCss: ['./src/styles/theme.css', './src/styles/typography.css', './src/styles/frame.css'],
      components: {
        Footer: './src/components/site/Footer.astro',
        Hero: './src/components/site/Hero.astro',
        MarkdownContent: './src/components/lesson/MarkdownContent.astro',
        Search: './src/components/site/Search.astro',
        SiteTitle: './src/components/site/SiteTitle.astro',
      },
      favicon: '/favicon.svg',
      // Starlight's asides, steps and heading links work on files outside src/content only where told.
      markdown: { processedDirs: ['./content'] },
      expressiveCode: {
        themes: ['github-dark-dimmed', 'github-light'],
        styleOverrides: {
          borderColor: 'var(--petset-line)',
          borderRadius: '0.6rem',
          codeBackground: 'var(--petset-sunken)',
          codePaddingInline: '1.1rem',
          frames: {
            editorActiveTabForeground: 'var(--sl-color-gray-1)',
            editorTabBarBackground: 'var(--petset-raised)',
            frameBoxShadowCssValue: 'none',
            terminalBackground: 'var(--petset-sunken)',
            terminalTitlebarForeground: 'var(--sl-color-gray-2)',
            terminalTitlebarBackground: 'var(--petset-raised)',
            terminalTitlebarBorderBottomColor: 'var(--petset-line)',
          },
        },
      },
      disable404Route: true,
      pagefind: true,
    }),
    mdx(),
    preact(),
    {
      name: 'petset:security-policy',
      hooks: { 'astro:build:done': ({ dir }) => protectPages(fileURLToPath(dir)) },
    },
    {
      // After what stands above: what it keeps are the pages as they are served.
      name: 'petset:offline',
      hooks: { 'astro:build:done': ({ dir }) => writeServiceWorker(fileURLToPath(dir)) },
    },
  ],
  // The course sends nothing anywhere, and neither does its build.
  devToolbar: { enabled: false },
  vite: {
    plugins: [lateSearch(), leanYaml()],
    // The lab's worker loads the grader only when it is asked for.
    worker: { format: 'es', plugins: () => [leanYaml()] },
    build: {
      // Astro marks modules with directives of its own, which the bundler need not know.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    environments: {
      // Starlight brings js-yaml 4 and the course js-yaml 5. Left outside the bundle, the prerenderer would load
      // whichever stands at the top of node_modules.
      prerender: { resolve: { noExternal: ['js-yaml', '@astrojs/starlight'] } },
    },
  },
});
