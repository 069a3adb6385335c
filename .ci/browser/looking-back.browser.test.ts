/** Winding a lab back and forth, and the timeline that shows what happened. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { browserTest, keepPicture, openPage } from './site.ts';

const LESSON = '/en/statefulsets/a-name-that-stays/';

const lab = (page: Page) => page.locator('.lab').first();
const clockOf = async (page: Page): Promise<number> =>
  Number((await lab(page).locator('.lab-clock time').getAttribute('datetime'))?.slice(2, -1));

async function enter(page: Page, line: string): Promise<void> {
  const prompt = lab(page).locator('.lab-entering textarea');
  await prompt.fill(line);
  await prompt.press('Enter');
}

/** A StatefulSet of three pods, then an update that rolls through them. */
async function rollOut(page: Page): Promise<void> {
  await lab(page).locator('.lab-apply').click();
  await lab(page).locator('.lab-rate select').selectOption('30');
  await lab(page).locator('.lab-pod[data-tone="running"]').nth(2).waitFor();
  await enter(
    page,
    'kubectl set image sts/web nginx=registry.k8s.io/nginx-slim:0.9; kubectl rollout status sts/web',
  );
  await lab(page).locator('.lab-log').getByText('roll out complete').waitFor();
  await lab(page).getByRole('button', { name: 'Pause' }).click();
}

describe('the timeline', () => {
  browserTest.each(['light', 'dark'] as const)('draws a rolling update, %s', async (colorScheme) => {
    const { page, faults } = await openPage(LESSON, { viewport: { width: 1200, height: 1000 }, colorScheme });
    await rollOut(page);
    const rows = lab(page).locator('.tl-group .tl-row:has(button)');
    expect(await rows.locator('button').allTextContents()).toEqual(['web-0', 'web-1', 'web-2']);
    for (const row of await rows.all()) {
      // The pod that was, its end, and the one that took its name.
      const tones = await row
        .locator('.tl-span')
        .evaluateAll((spans) => spans.map((span) => (span as HTMLElement).dataset.tone));
      expect(tones.filter((tone) => tone === 'running')).toHaveLength(2);
      expect(tones.indexOf('ending')).toBeGreaterThan(tones.indexOf('running'));
      expect(await row.locator('.tl-version').allTextContents()).toContain('v2');
    }
    expect(await lab(page).locator('.tl-stage[data-is="rollout"]').count()).toBeGreaterThan(0);
    expect(await lab(page).locator('.tl-deeds').textContent()).toContain('kubectl set image sts/web');
    await lab(page).locator('.tl-span[data-tone="running"]').first().hover();
    expect(await lab(page).locator('.tl-read').textContent()).toContain('web-0');
    await keepPicture(page, `timeline-${colorScheme}`);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  browserTest('draws a crash loop with its restarts', async () => {
    const { page } = await openPage(LESSON, { viewport: { width: 390, height: 800 } });
    await lab(page).locator('.lab-play').click();
    await lab(page).locator('.lab-rate select').selectOption('60');
    await enter(page, 'kubectl run bad --image=busybox:1.36 -- false');
    await lab(page).getByRole('button', { name: 'Timeline' }).click();
    await lab(page).locator('.tl-mark[data-what="restart"]').nth(1).waitFor();
    expect(await lab(page).locator('.tl-span[data-tone="failed"]').count()).toBeGreaterThan(1);
    await keepPicture(page, 'timeline-crash-loop-phone');
    await page.context().close();
  });
});

describe('winding back', () => {
  browserTest('takes terminal, editor and picture along, and back to the end', async () => {
    const { page, faults } = await openPage(LESSON, { viewport: { width: 1200, height: 1000 } });
    await rollOut(page);
    await enter(page, 'echo later > later.txt');
    await lab(page).getByRole('tab', { name: 'later.txt' }).waitFor();
    const end = await clockOf(page);
    const slider = lab(page).getByRole('slider', { name: 'Moment' });
    await slider.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => clockOf(page)).toBe(0);
    await lab(page).locator('.lab-pod').first().waitFor({ state: 'detached' });
    expect(await lab(page).locator('.lab-entry').count()).toBeLessThan(2);
    expect(await lab(page).getByRole('tab', { name: 'later.txt' }).count()).toBe(0);
    // The bars of what is still to come stay, and lead there.
    expect(await lab(page).locator('.tl-span').count()).toBeGreaterThan(6);
    for (let happening = 0; happening < 12; happening += 1) await page.keyboard.press('ArrowRight');
    await lab(page).locator('.lab-pod').first().waitFor();
    expect(await clockOf(page)).toBeLessThan(end);
    await lab(page).getByRole('button', { name: 'Step back' }).click();
    await lab(page).getByRole('button', { name: 'To the end' }).click();
    await expect.poll(() => clockOf(page)).toBe(end);
    await lab(page).locator('.lab-log').getByText('roll out complete').waitFor();
    await lab(page).getByRole('tab', { name: 'later.txt' }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  browserTest(
    'what is done at an earlier moment takes the place of what came after, and can be taken back',
    async () => {
      const { page, faults } = await openPage(LESSON, { viewport: { width: 1200, height: 1000 } });
      await rollOut(page);
      const slider = lab(page).getByRole('slider', { name: 'Moment' });
      await slider.focus();
      await page.keyboard.press('Home');
      await lab(page).getByText('Looking back.').waitFor();
      await enter(page, 'kubectl create deployment other --image=nginx:1.25');
      await lab(page).locator('.tl-head').getByText('other').waitFor();
      expect(await lab(page).locator('.tl-deeds').textContent()).not.toContain('set image');
      await lab(page).getByRole('button', { name: 'Bring back' }).click();
      await lab(page).locator('.tl-deeds ol').getByText('set image').waitFor({ state: 'attached' });
      expect(await lab(page).locator('.tl-head').getByText('other').count()).toBe(0);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );
});
