import { existsSync, readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { LOCALES } from '../../src/course/locale.ts';
import { lessonsInOrder, parseCourse } from '../../src/course/order.ts';
import { browserTest, keepPicture, openPage, overflowOf } from './site.ts';

const lessons = lessonsInOrder(parseCourse(readFileSync('content/course.yaml', 'utf8')));
const PAGES = LOCALES.flatMap((locale) =>
  lessons.map(({ slug }) => ({ locale, slug, isWritten: existsSync(`content/${locale}/${slug}.mdx`) })),
);

describe('every lesson in every language', () => {
  browserTest.each(PAGES)(
    '/$locale/$slug/ fits a phone, says so if it is not translated, and stands in the sidebar under its own title',
    async ({ locale, slug, isWritten }) => {
      const { page, faults } = await openPage(`/${locale}/${slug}/`, {
        viewport: { width: 320, height: 640 },
      });
      const notice = page.getByText('이 콘텐츠는 아직 번역되지 않았습니다.');
      expect(await notice.count()).toBe(isWritten ? 0 : 1);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);

      await page.setViewportSize({ width: 1280, height: 800 });
      const title = lessons.find((lesson) => lesson.slug === slug)?.lesson.title[locale];
      const link = page.locator('nav.sidebar a[aria-current="page"]');
      expect((await link.textContent())?.trim()).toBe(title);
      await keepPicture(page, `lesson-${locale}-${slug.replace('/', '-')}`);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );
});
