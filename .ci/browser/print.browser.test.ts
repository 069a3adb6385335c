import { describe, expect } from 'vitest';
import { browserTest, keepPicture, openPage } from './site.ts';

const LESSON = '/en/statefulsets/a-name-that-stays/';
/** What an A4 page leaves between its margins. */
const PAPER = { width: 718, height: 1000 };

describe('on paper', () => {
  browserTest('a lab shows its picture, all of its timeline, its files, and nothing to press', async () => {
    const { page, faults } = await openPage(LESSON, { viewport: { width: 1280, height: 900 } });
    const lab = page.locator('.lab').first();
    await lab.locator('.lab-apply').click();
    await lab.locator('.lab-rate select').selectOption('10');
    await lab.locator('.lab-pod[data-tone="running"]').nth(2).waitFor();
    await lab.getByRole('button', { name: 'Pause' }).click();
    await lab.locator('.tl-row', { hasText: 'web-2' }).waitFor();
    await page.setViewportSize(PAPER);
    await page.emulateMedia({ media: 'print' });
    for (const shown of ['.lab-picture', '.lab-timeline', '.lab-editor', '.lab-terminal']) {
      expect(await lab.locator(shown).isVisible(), shown).toBe(true);
    }
    const right = await lab.evaluate((it) => it.getBoundingClientRect().right);
    const spans = await lab
      .locator('.tl-span')
      .evaluateAll((all) => all.map((it) => it.getBoundingClientRect()).map((it) => [it.width, it.right]));
    expect(spans.length).toBeGreaterThanOrEqual(9);
    for (const [width = 0, spanRight = 0] of spans) {
      expect(width).toBeGreaterThan(0);
      expect(spanRight).toBeLessThanOrEqual(right + 1);
    }
    expect(await lab.locator('textarea:visible, input:visible, select:visible').count()).toBe(0);
    const words = await lab.locator('button:visible').allTextContents();
    for (const word of ['Play', 'Apply', 'Reset', 'Clear', 'Copy link']) {
      expect(words.filter((it) => it.includes(word))).toEqual([]);
    }
    await keepPicture(page, 'print-lab');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  browserTest('is light, and the screen is as it was afterwards', async () => {
    const { page } = await openPage('/en/reference/glossary/', { colorScheme: 'dark' });
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        document.title = document.documentElement.dataset.theme ?? '';
      });
    });
    await page.pdf({ format: 'A4' });
    expect(await page.title()).toBe('light');
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.context().close();
  });
});
