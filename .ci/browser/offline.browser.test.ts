import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { browserTest, openPage } from './site.ts';

const LESSON = '/en/statefulsets/a-name-that-stays/';

/** Opens a page, and waits until the browser has kept what it needs. */
async function keptPage(path: string): Promise<Page> {
  const { page } = await openPage(path, { serviceWorkers: 'allow' });
  await page.evaluate(() => navigator.serviceWorker.ready);
  const isKept = () => page.evaluate(async (url) => (await caches.match(url)) !== undefined, page.url());
  await expect.poll(isKept, { timeout: 40_000 }).toBe(true);
  return page;
}

describe('without a network', () => {
  browserTest('a page that was read once is there, and its lab works', async () => {
    const page = await keptPage(LESSON);
    await page.context().setOffline(true);
    await page.reload();
    const lab = page.locator('.lab').first();
    const prompt = lab.locator('.lab-entering textarea');
    // Nothing of this was loaded before: the cluster, what is said of fields, the editor.
    await lab.locator('.lab-play').click();
    await prompt.fill('kubectl explain pod.spec.nodeName');
    await prompt.press('Enter');
    const log = lab.locator('.lab-log');
    await log.getByText('DESCRIPTION:').waitFor();
    expect(await log.textContent()).not.toContain('<empty>');
    await lab.locator('.lab-code').click();
    await lab.locator('.cm-content').waitFor();
    await page.context().close();
  });

  browserTest('a page that was never read says so, in both languages', async () => {
    const page = await keptPage('/en/reference/glossary/');
    await page.context().setOffline(true);
    await page.goto(new URL('/en/reference/fields-without-effect/', page.url()).href);
    await page.getByText('has not been read here before').waitFor();
    await page.getByText('읽은 적이 없습니다').waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Glossary' }).waitFor();
    await page.context().close();
  });
});
