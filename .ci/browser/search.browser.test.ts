import { describe, expect } from 'vitest';
import { browserTest, openPage } from './site.ts';

describe.each([
  { locale: 'en', words: 'ordinal', path: /^\/en\// },
  { locale: 'ko', words: '스테이트풀셋', path: /^\/ko\// },
])('the search in $locale', ({ locale, words, path }) => {
  browserTest('is opened by its keys, finds pages of its language, and leads there', async () => {
    const { page, faults } = await openPage(`/${locale}/reference/glossary/`);
    await page.keyboard.press('Control+k');
    const field = page.locator('site-search input');
    await field.waitFor();
    const hasFocus = () => field.evaluate((it) => it === document.activeElement);
    await expect.poll(hasFocus, { timeout: 10_000 }).toBe(true);
    await page.keyboard.type(words);
    const link = page.locator('site-search .pagefind-ui__result-link').first();
    const href = await link.getAttribute('href');
    expect(href).toMatch(path);
    await link.click();
    await page.waitForURL((url) => url.pathname + url.hash === href?.replace(/\?[^#]*/, ''));
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
