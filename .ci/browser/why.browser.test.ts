/** Why something was said, and why something was refused: asked where it stands, answered in the page's language. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { browserTest, keepPicture, openPage, overflowOf } from './site.ts';

const LESSON = 'statefulsets/a-name-that-stays/';
const lab = (page: Page) => page.locator('.lab').first();

async function enter(page: Page, line: string): Promise<void> {
  const prompt = lab(page).locator('.lab-entering textarea');
  await prompt.fill(line);
  await prompt.press('Enter');
}

const BIG = `kubectl create deployment big --image=nginx:1.25 && kubectl set resources deployment big --requests=cpu=64`;

describe.each([
  {
    locale: 'en',
    ask: 'Why?',
    full: 'not enough cpu left',
    taken: 'a name is taken once',
    viewport: { width: 1280, height: 900 },
  },
  {
    locale: 'ko',
    ask: '왜?',
    full: 'cpu 여유가 없습니다',
    taken: '이름은 한 번만',
    viewport: { width: 360, height: 740 },
  },
])('$locale', ({ locale, ask, full, taken, viewport }) => {
  browserTest('a refusal says what was in the way, and who had put it there', async () => {
    const { page, faults } = await openPage(`/${locale}/${LESSON}`, { viewport });
    await enter(page, 'kubectl create configmap one');
    await lab(page).locator('.lab-log').getByText('configmap/one created').waitFor();
    expect(await lab(page).locator('.lab-log .lab-ask').count()).toBe(0);
    await enter(page, 'kubectl create deployment shop --image=nginx:1.25');
    await enter(page, 'kubectl create deployment shop --image=nginx:1.24');
    await lab(page).locator('.lab-log').getByRole('button', { name: ask }).click();
    const details = lab(page).locator('.lab-details');
    await details.getByText(taken).waitFor();
    const steps = await details.locator('.why-steps li').allTextContents();
    expect(steps[0]).toContain('kubectl create deployment shop --image=nginx:1.25');
    expect(steps.at(-1)).toContain('kube-apiserver');
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await details.scrollIntoViewIfNeeded();
    await keepPicture(page, `why-refused-${locale}`, lab(page));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  browserTest('an event says what it means and how it came about', async () => {
    const { page, faults } = await openPage(`/${locale}/${LESSON}`, { viewport });
    await enter(page, BIG);
    const waiting = lab(page).locator('.lab-waiting .lab-pod').first();
    await waiting.click();
    const details = lab(page).locator('.lab-details');
    await details.locator('.why-steps .lab-ask').first().click();
    await details.getByText(full).waitFor();
    const steps = await details.locator('.why-steps li').allTextContents();
    expect(steps.some((step) => step.includes('kubectl set resources'))).toBe(true);
    expect(steps.at(-1)).toContain('default-scheduler');
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await keepPicture(page, `why-event-${locale}`, lab(page));
    // The same from its mark on the timeline, where there is room for both.
    if (viewport.width > 1000) {
      await details.getByRole('button', { name: 'Close' }).click();
      await lab(page).locator('.tl-mark[data-what="warning"][data-said]').first().click();
      await details.getByText(full).waitFor();
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
