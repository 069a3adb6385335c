/** A manifest that is refused: the page marks the very place, says why in two voices, and offers the one word. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { browserTest, keepPicture, openPage } from './site.ts';

const LESSON = 'statefulsets/a-name-that-stays/';
const RIGHT = readFileSync('exercises/name-each-pod/solution/web.yaml', 'utf8');

const lab = (page: Page) => page.locator('.lab').first();
const panel = (page: Page) => lab(page).locator('.lab-refused');
const marked = (page: Page) => lab(page).locator('.cm-lintRange-error');

async function apply(page: Page, manifest: string): Promise<void> {
  await lab(page).locator('.lab-code').first().click();
  await lab(page).locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  // As a hand pastes: text that a driver inserts over a selection has Chromium copy the style of what it replaces.
  await lab(page)
    .locator('.cm-content')
    .evaluate((editor, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, manifest);
  await lab(page).locator('.lab-apply').click();
}

describe('a refused manifest', () => {
  browserTest.each([
    { lang: 'en', advice: 'Did you mean matchLabels?', fix: 'Change to matchLabels' },
    { lang: 'ko', advice: '혹시 matchLabels 아닌가요?', fix: 'matchLabels(으)로 바꾸기' },
  ])('$lang: is marked, explained, and corrected with one press', async ({ lang, advice, fix }) => {
    const { page, faults } = await openPage(`/${lang}/${LESSON}`, { viewport: { width: 1280, height: 900 } });
    const height = (await lab(page).boundingBox())?.height;
    await apply(page, RIGHT.replace('matchLabels', 'matchlabels'));
    await panel(page).getByText('unknown field "spec.selector.matchlabels"').waitFor();
    expect(await panel(page).locator('.lab-refused-advice').textContent()).toBe(advice);
    await marked(page).first().waitFor();
    expect((await marked(page).allTextContents()).join('')).toBe('matchlabels');
    // The terminal says it beside what kubectl prints, never in it.
    expect(await lab(page).locator('.lab-help').textContent()).toContain(advice);
    expect(await lab(page).locator('.lab-log pre').textContent()).not.toContain(advice);
    expect((await lab(page).boundingBox())?.height).toBe(height);
    await keepPicture(page, `refused-${lang}`);
    await panel(page).getByRole('button', { name: fix }).click();
    await panel(page).waitFor({ state: 'detached' });
    await marked(page).first().waitFor({ state: 'detached' });
    await lab(page).locator('.lab-apply').click();
    await lab(page).locator('.lab-log').getByText('statefulset.apps/web created').waitFor();
    expect(await panel(page).count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  browserTest('what is invalid is marked where it stands, and by hand it goes away', async () => {
    const { page } = await openPage(`/en/${LESSON}`, { viewport: { width: 1280, height: 900 } });
    await apply(page, RIGHT.replace(/replicas: \d+/, 'replicas: -1'));
    await panel(page).getByText('spec.replicas: Invalid value: -1').waitFor();
    await marked(page).first().waitFor();
    expect((await marked(page).allTextContents()).join('')).toBe('-1');
    await panel(page)
      .getByRole('button', { name: /^Go to line/ })
      .click();
    await page.keyboard.insertText('1');
    await panel(page).waitFor({ state: 'detached' });
    await page.context().close();
  });

  browserTest('on a telephone nothing is wider than the page', async () => {
    const { page } = await openPage(`/ko/${LESSON}`, { viewport: { width: 360, height: 740 } });
    await apply(page, RIGHT.replace('apps/v1', 'apps/v1beta1'));
    await panel(page).waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await panel(page).scrollIntoViewIfNeeded();
    await keepPicture(page, 'refused-phone');
    await page.context().close();
  });
});
