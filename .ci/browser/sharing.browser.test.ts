/** A link that carries a cluster, and the work that is kept apart from it. */
import { expect } from 'vitest';
import { replayLink } from '../../grader/replay-link.ts';
import { browserTest, openPage, siteUrl } from './site.ts';

const LESSON = '/en/statefulsets/a-name-that-stays/';
const ENTRIES = [
  { atMs: 1000, do: 'run', line: 'kubectl create deployment shared --image=nginx:1.25' },
] as const;

browserTest('a link brings a cluster as it was, keeps the own work, and runs nothing else', async () => {
  const { page, faults } = await openPage(LESSON, { viewport: { width: 1200, height: 1000 } });
  const lab = page.locator('.lab').first();
  const prompt = lab.locator('.lab-entering textarea');
  await prompt.fill('kubectl create configmap mine');
  await prompt.press('Enter');
  await lab.locator('.lab-log').getByText('configmap/mine created').waitFor();
  await page.waitForTimeout(600);
  const id = (await lab.getAttribute('id'))?.replace(/^lab-/, '') ?? '';
  const link = replayLink(`${siteUrl}${LESSON}`, { exercise: id, entries: ENTRIES, untilMs: 9000 });
  await page.goto('about:blank');
  await page.goto(link, { waitUntil: 'networkidle' });
  await lab.locator('.lab-sets').getByText('shared').waitFor();
  expect(await lab.locator('.lab-clock time').getAttribute('datetime')).toBe('PT9S');
  // A link of one's own brings the same cluster.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.getByRole('button', { name: 'Copy link' }).click();
  await lab.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('#replay=1.');
  await lab.getByRole('button', { name: 'Back to mine' }).click();
  expect(page.url()).not.toContain('#');
  await prompt.click();
  await lab.locator('.lab-log').getByText('configmap/mine created').waitFor();
  expect(await lab.locator('.lab-sets').textContent()).not.toContain('shared');
  expect(faults).toEqual([]);
  await page.context().close();
});

browserTest.each([
  ['cut off', '#replay=1.AAAA'],
  ['of no known form', '#replay=9.x'],
])('a link that is %s says so', async (_, hash) => {
  const { page, faults } = await openPage(`${LESSON}${hash}`);
  await page.locator('.lab').first().getByText('cannot be read').waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});
