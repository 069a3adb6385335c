/** How much JavaScript pages load. Why a lab may weigh so much: decision 0009. */
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { browserTest, openPage } from './site.ts';

/** kB of JavaScript, every file of it gzipped by itself, that of workers included. */
const READING_MAX = 5;
const UNTIL_TOUCHED_MAX = 43;
const CLUSTER_MAX = 512;
const EDITOR_MAX = 117;

const READING = ['/en/', '/ko/', '/en/reference/glossary/', '/ko/reference/fields-without-effect/'];
const LESSON = '/en/statefulsets/a-name-that-stays/';

const lab = (page: Page) => page.locator('.lab').first();

/** Opens a page and counts what its visit loads, from the first script on. */
async function weighed(path: string): Promise<{
  readonly page: Page;
  readonly faults: readonly string[];
  readonly kilobytes: () => Promise<number>;
}> {
  const { page, faults } = await openPage('/404.html');
  const sizes: Promise<number>[] = [];
  page.context().on('response', (response) => {
    if (!/\.m?js(\?|$)/.test(response.url())) return;
    sizes.push(response.body().then((body) => gzipSync(body).length / 1024));
  });
  const kilobytes = async () => (await Promise.all(sizes)).reduce((sum, kb) => sum + kb, 0);
  await page.goto(new URL(path, page.url()).href, { waitUntil: 'networkidle' });
  return { page, faults, kilobytes };
}

const shown = (kilobytes: number): string => `${kilobytes.toFixed(1)} kB`;

describe('a page to read', () => {
  browserTest.each(READING)('%s loads next to nothing', async (path) => {
    const { page, faults, kilobytes } = await weighed(path);
    const read = await kilobytes();
    process.stdout.write(`JavaScript of ${path}: ${shown(read)}\n`);
    expect(read).toBeGreaterThan(1);
    expect(read).toBeLessThanOrEqual(READING_MAX);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('a lesson with labs and exercises', () => {
  browserTest('loads the cluster when a lab is touched, and the editor when somebody edits', async () => {
    const { page, faults, kilobytes } = await weighed(LESSON);
    const before = await kilobytes();
    expect(page.workers()).toEqual([]);
    await lab(page).locator('.lab-play').click();
    await lab(page).locator('.lab-entering textarea').fill('kubectl apply -f web.yaml; kubectl get sts');
    await lab(page).locator('.lab-entering textarea').press('Enter');
    await lab(page).locator('.lab-log').getByText('0/3').waitFor();
    expect(page.workers()).toHaveLength(1);
    const withCluster = await kilobytes();
    await lab(page).locator('.lab-code').click();
    await lab(page).locator('.cm-content').waitFor();
    await page.waitForLoadState('networkidle');
    const editor = (await kilobytes()) - withCluster;
    process.stdout.write(
      `JavaScript of a lesson: ${shown(before)}, once its lab is used ${shown(withCluster)}, its editor ${shown(editor)} more\n`,
    );
    expect(before).toBeGreaterThan(1);
    expect(before).toBeLessThanOrEqual(UNTIL_TOUCHED_MAX);
    expect(withCluster).toBeLessThanOrEqual(CLUSTER_MAX);
    expect(editor).toBeGreaterThan(1);
    expect(editor).toBeLessThanOrEqual(EDITOR_MAX);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
