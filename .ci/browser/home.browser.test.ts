import { describe, expect } from 'vitest';
import { browserTest, keepPicture, openPage, overflowOf, siteUrl } from './site.ts';

const SIZES = [
  { size: 'desktop', viewport: { width: 1280, height: 800 } },
  { size: 'phone', viewport: { width: 390, height: 844 } },
  { size: 'narrow', viewport: { width: 320, height: 640 } },
] as const;

const PAGES = [
  { path: '/en/', lang: 'en', heading: 'Some have names' },
  { path: '/ko/', lang: 'ko', heading: '이름 있는 파드' },
] as const;

const VIEWS = PAGES.flatMap((page) =>
  SIZES.flatMap((size) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ ...page, ...size, colorScheme })),
  ),
);

describe('the home page', () => {
  browserTest.each(VIEWS)(
    '$path, $colorScheme, $size: nothing fails, nothing leaves, nothing overflows',
    async ({ path, lang, heading, size, viewport, colorScheme }) => {
      const { page, faults } = await openPage(path, { viewport, colorScheme });
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      expect(await page.locator('h1').textContent()).toContain(heading);
      expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
      await keepPicture(page, `home-${lang}-${colorScheme}-${size}`);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  browserTest('leads to the first lesson', async () => {
    const { page } = await openPage('/en/');
    await page.locator('.hero a').first().click();
    await page.waitForURL(`${siteUrl}/en/objects/say-what-you-want/`);
    expect(await page.locator('h1').textContent()).toBe('Say what you want');
    await page.context().close();
  });
});

describe('languages', () => {
  browserTest.each([
    { locale: 'ko-KR', to: '/ko/' },
    { locale: 'en-GB', to: '/en/' },
    { locale: 'fr-FR', to: '/en/' },
  ])('/ takes a reader of $locale to $to', async ({ locale, to }) => {
    const { page, faults } = await openPage('/', { locale });
    await page.waitForURL(siteUrl + to);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  browserTest('/ offers both languages without JavaScript', async () => {
    const { page } = await openPage('/', { javaScriptEnabled: false });
    expect(
      await page.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['/en/', '/ko/']);
    await page.context().close();
  });

  browserTest('an address that does not exist answers with the way home, in both languages', async () => {
    const { page } = await openPage('/en/nowhere/');
    expect(await page.locator('main').textContent()).toContain('There is no page at this address');
    expect(await page.locator('main [lang=ko]').textContent()).toContain('첫 화면');
    await page.context().close();
  });
});

browserTest('a request to elsewhere and an error in the console are both noticed', async () => {
  // Without the page's own policy, which would refuse it before it leaves.
  const { page, faults } = await openPage('/en/', { bypassCSP: true });
  expect(faults).toEqual([]);
  await page.evaluate(() => fetch('http://localhost:1/').catch(() => undefined));
  await page.evaluate('console.error("broken")');
  expect(faults).toContain('request to elsewhere: http://localhost:1/');
  expect(faults).toContain('console: broken');
  await page.context().close();
});

browserTest('a request to elsewhere never leaves a page, and what refuses it is noticed', async () => {
  const { page, faults } = await openPage('/en/');
  const answer = await page.evaluate(() => fetch('http://localhost:1/').then(String, String));
  expect(answer).toContain('Failed to fetch');
  expect(faults.filter((fault) => fault.startsWith('request'))).toEqual([]);
  expect(faults.join('\n')).toMatch(/console: .*http:\/\/localhost:1\/.*Content Security Policy/);
  await page.context().close();
});
