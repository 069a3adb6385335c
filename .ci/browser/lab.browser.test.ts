import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { browserTest, keepPicture, openPage, overflowOf } from './site.ts';

const LESSON = '/en/statefulsets/a-name-that-stays/';
const lab = (page: Page) => page.locator('.lab').first();
const promptOf = (page: Page) => lab(page).locator('.lab-entering textarea');
const outputOf = (page: Page) => lab(page).locator('.lab-log');

async function enter(page: Page, line: string): Promise<void> {
  await promptOf(page).fill(line);
  await promptOf(page).press('Enter');
}

describe('a lab', () => {
  browserTest('is done with the keyboard alone', async () => {
    const { page } = await openPage(LESSON, { viewport: { width: 1280, height: 900 } });
    const play = lab(page).locator('.lab-play');
    await play.focus();
    await page.keyboard.press('Enter');
    await lab(page).getByRole('button', { name: 'Pause' }).waitFor();
    expect(await play.evaluate((it) => it === document.activeElement)).toBe(true);
    const labels: string[] = [];
    for (let step = 0; step < 30 && !labels.includes('Command line'); step += 1) {
      await page.keyboard.press('Tab');
      labels.push(
        await page.evaluate(
          () =>
            document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
        ),
      );
    }
    // Tab goes through the editor and out of it again.
    expect(labels.some((label) => label.includes('web.yaml, editor'))).toBe(true);
    expect(labels.at(-1)).toBe('Command line');
    await page.keyboard.type('echo one');
    await page.keyboard.press('Enter');
    await page.keyboard.type('kubectl get pods -w');
    await page.keyboard.press('Enter');
    await lab(page).getByRole('button', { name: 'Stop' }).waitFor();
    await page.keyboard.press('Control+c');
    await lab(page).getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await promptOf(page).inputValue()).toBe('echo one');
    await page.keyboard.press('Control+l');
    expect(await outputOf(page).locator('.lab-entry').count()).toBe(0);
    await page.context().close();
  });

  browserTest(
    'shows pods, their claims and what becomes of them, and moves nothing on the page',
    async () => {
      const { page, faults } = await openPage(LESSON, { viewport: { width: 1280, height: 900 } });
      const heightBefore = (await lab(page).boundingBox())?.height;
      await lab(page).locator('.lab-apply').click();
      await lab(page).locator('.lab-rate select').selectOption('10');
      await lab(page).locator('.lab-pod[data-tone="running"]').nth(2).waitFor();
      expect(await lab(page).locator('.lab-pod-name').allTextContents()).toEqual(
        expect.arrayContaining(['web-0', 'web-1', 'web-2']),
      );
      expect(await lab(page).locator('.lab-claims .lab-claim-name').allTextContents()).toEqual([
        'www-web-0',
        'www-web-1',
        'www-web-2',
      ]);
      expect(await lab(page).locator('.lab-leashes path').count()).toBe(3);
      expect(await lab(page).locator('.lab-sets').textContent()).toContain('3 of 3 ready');
      const settled = (await lab(page).boundingBox())?.height;
      expect(settled).toBe(heightBefore);
      await lab(page).locator('.lab-pod', { hasText: 'web-1' }).click();
      expect(await lab(page).locator('.lab-details').textContent()).toContain('StatefulSet/web');
      await page.keyboard.press('Escape');
      await lab(page).getByRole('button', { name: 'Pause' }).click();
      await enter(page, 'kubectl delete pod web-1 --wait=false');
      await lab(page).locator('.lab-pod[data-tone="ending"]').waitFor();
      await lab(page).getByRole('button', { name: 'Until settled' }).click();
      await lab(page).locator('.lab-pod[data-tone="running"]').nth(2).waitFor();
      expect(await lab(page).locator('.lab-claim').count()).toBe(3);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  browserTest('time stands still, steps, and hurries to rest', async () => {
    const { page } = await openPage(LESSON);
    await lab(page).locator('.lab-play').click();
    await lab(page).getByRole('button', { name: 'Pause' }).click();
    await lab(page).getByRole('button', { name: 'Play' }).waitFor();
    await enter(page, 'kubectl apply -f web.yaml');
    await outputOf(page).getByText('statefulset.apps/web created').waitFor();
    const clock = () => lab(page).locator('.lab-clock time').getAttribute('datetime');
    const before = await clock();
    await lab(page).locator('.lab-rate select').selectOption('30');
    await page.waitForTimeout(400);
    expect(await clock()).toBe(before);
    await lab(page).getByRole('button', { name: 'Step', exact: true }).click();
    await lab(page).getByRole('button', { name: 'Until settled' }).click();
    await lab(page).locator('.lab-sets').getByText('3 of 3 ready').waitFor();
    await lab(page).getByRole('button', { name: 'Play' }).waitFor();
    expect(await lab(page).locator('.lab-rest').textContent()).toBe('settled');
    await page.context().close();
  });

  browserTest('runs what the text says, and comes back as it was', async () => {
    const { page } = await openPage(LESSON);
    await page.locator('.run button').first().click();
    await lab(page).locator('.lab-rate select').selectOption('60');
    await outputOf(page).getByText('statefulset.apps/web created').waitFor();
    // The snippet goes on watching until it is stopped.
    await lab(page).locator('.lab-terminal button', { hasText: 'Stop' }).click();
    await enter(
      page,
      'kubectl wait --for=condition=Ready pod/web-0; echo "<b id=markup>" > note.txt; cat note.txt',
    );
    await outputOf(page).getByText('<b id=markup>').last().waitFor();
    await lab(page).getByRole('tab', { name: 'note.txt' }).waitFor();
    expect(await page.locator('#markup').count()).toBe(0);
    // The time that passed after the last command is kept as well.
    await page.waitForTimeout(1500);
    const secondsShown = async () =>
      Number((await lab(page).locator('.lab-clock time').getAttribute('datetime'))?.slice(2, -1));
    const seconds = await secondsShown();
    expect(seconds).toBeGreaterThan(30);
    await page.reload({ waitUntil: 'networkidle' });
    await promptOf(page).click();
    await outputOf(page).getByText('statefulset.apps/web created').waitFor();
    expect(await secondsShown()).toBeGreaterThanOrEqual(seconds);
    await lab(page).locator('.lab-pod', { hasText: 'web-0' }).waitFor();
    await lab(page).getByRole('button', { name: 'Reset' }).click();
    await lab(page).getByRole('button', { name: 'Really start over?' }).click();
    await lab(page).locator('.lab-pod').first().waitFor({ state: 'detached' });
    expect(await outputOf(page).locator('.lab-entry').count()).toBe(0);
    await page.context().close();
  });

  browserTest('keeps every letter that is typed, and shows what others write', async () => {
    const { page } = await openPage(LESSON);
    await lab(page).locator('.lab-code').click();
    const editor = lab(page).locator('.cm-content');
    await editor.click();
    await page.keyboard.press('Control+a');
    const typed = Array.from({ length: 40 }, (_, index) => `word${index} of the line`).join(' ');
    await page.keyboard.type(typed);
    expect(await editor.locator('.cm-line').allTextContents()).toEqual([typed]);
    await enter(page, 'cat web.yaml; echo >> web.yaml; echo "# end" >> web.yaml');
    await editor.getByText('# end').waitFor();
    expect((await editor.locator('.cm-line').allTextContents())[0]).toBe(typed);
    await lab(page).getByRole('button', { name: 'Reset' }).click();
    await lab(page).getByRole('button', { name: 'Really start over?' }).click();
    await editor.getByText('StatefulSet').waitFor();
    await page.context().close();
  });

  browserTest('takes the reader back to the text that was run', async () => {
    const { page } = await openPage(LESSON, { viewport: { width: 360, height: 740 } });
    const run = page.locator('.run button').first();
    await run.scrollIntoViewIfNeeded();
    await run.click();
    await lab(page).getByRole('button', { name: 'Back to the text' }).click();
    await expect.poll(() => run.evaluate((it) => it === document.activeElement)).toBe(true);
    const box = await run.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(740);
    expect(await lab(page).getByRole('button', { name: 'Back to the text' }).count()).toBe(0);
    await page.context().close();
  });

  browserTest('marks what cannot be read in a manifest', async () => {
    const { page } = await openPage(LESSON);
    await lab(page).locator('.lab-code').click();
    await lab(page).locator('.cm-content').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.insertText('a: [\n');
    await lab(page).locator('.cm-lintRange-error').first().waitFor();
    await page.context().close();
  });

  browserTest('stands there without JavaScript, with its manifest and nodes', async () => {
    const { page } = await openPage(LESSON, { javaScriptEnabled: false });
    expect(await lab(page).locator('.lab-still').textContent()).toContain('kind: StatefulSet');
    expect(await lab(page).locator('.lab-node').count()).toBe(3);
    expect(await page.locator('.quiz').first().textContent()).toMatch(/.{80}/);
    // What cannot work is not offered, and a sentence says why.
    for (const name of ['Start the cluster', 'Step', 'Apply', 'Reset', 'Submit', 'Check', 'Enter']) {
      expect(await page.getByRole('button', { name, exact: true }).count(), name).toBe(0);
    }
    expect(await page.locator('textarea:visible').count()).toBe(0);
    const words = await page.locator('.lab-room noscript').first().textContent();
    expect(words).toContain('JavaScript');
    await page.context().close();
  });
});

const VIEWS = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { locale: 'en', colorScheme, size: 'desktop', viewport: { width: 1280, height: 900 } },
  { locale: 'ko', colorScheme, size: 'phone', viewport: { width: 360, height: 740 } },
  { locale: 'en', colorScheme, size: 'narrow', viewport: { width: 320, height: 640 } },
]);

browserTest.each(VIEWS)(
  '$locale, $colorScheme, $size: all of it fits',
  async ({ locale, colorScheme, size, viewport }) => {
    const { page, faults } = await openPage(`/${locale}/statefulsets/a-name-that-stays/`, {
      viewport,
      colorScheme,
    });
    await lab(page).locator('.lab-apply').click();
    await lab(page).locator('.lab-rate select').selectOption('10');
    await lab(page).locator('.lab-pod[data-tone="running"]').nth(2).waitFor();
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await keepPicture(page, `lab-${locale}-${colorScheme}-${size}`);
    expect(faults).toEqual([]);
    await page.context().close();
  },
);
