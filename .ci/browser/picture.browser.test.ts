/** What the picture answers: who belongs to whom, why it is so, and what hands can do to it. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { browserTest, keepPicture, openPage } from './site.ts';

const LESSON = 'statefulsets/a-name-that-stays/';

const lab = (page: Page) => page.locator('.lab').first();
const details = (page: Page) => lab(page).locator('.lab-details');

async function enter(page: Page, line: string): Promise<void> {
  const prompt = lab(page).locator('.lab-entering textarea');
  await prompt.fill(line);
  await prompt.press('Enter');
}

async function applied(path: string, viewport = { width: 1200, height: 1000 }) {
  const { page, faults } = await openPage(path, { viewport });
  page.setDefaultTimeout(20_000);
  await lab(page).locator('.lab-apply').click();
  await lab(page).locator('.lab-rate select').selectOption('30');
  await lab(page).locator('.lab-pod[data-tone="running"]').nth(2).waitFor();
  return { page, faults };
}

describe('the picture', () => {
  browserTest('lights up the pods behind a Service and those that a selector catches', async () => {
    const { page, faults } = await applied(`/en/${LESSON}`);
    await enter(page, 'kubectl run odd --image=nginx:1.25 -l app=other');
    await lab(page).locator('.lab-pod[data-tone="running"]').nth(3).waitFor();
    await lab(page)
      .getByRole('button', { name: /nginx.*3 of 3 endpoints/ })
      .hover();
    await expect.poll(() => lab(page).locator('.lab-pod[data-lit="true"]').count()).toBe(3);
    expect(await lab(page).locator('.lab-leashes path[data-lit="true"]').count()).toBe(3);
    await lab(page).getByLabel('Selector').fill('app in (nginx)');
    await lab(page).getByText('3 of 4 caught').waitFor();
    expect(await lab(page).locator('.lab-pod-missed').allTextContents()).toEqual(['app is other']);
    await lab(page).getByLabel('Selector').fill('app=(');
    await lab(page).getByText('cannot be read').waitFor();
    await lab(page).getByLabel('Selector').fill('');
    await lab(page).locator('.lab-set').first().focus();
    await expect.poll(() => lab(page).locator('.lab-pod[data-lit="true"]').count()).toBe(3);
    await keepPicture(page, 'picture-selector');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  browserTest('becomes a map where there are hundreds of pods', async () => {
    const { page, faults } = await openPage(`/en/${LESSON}`, { viewport: { width: 1200, height: 1000 } });
    await lab(page).locator('.lab-play').click();
    await lab(page).locator('.lab-rate select').selectOption('30');
    await enter(page, 'kubectl create deployment many --image=nginx:1.25 --replicas=300');
    await lab(page).locator('.lab-crowd canvas').nth(2).waitFor();
    await expect
      .poll(() => lab(page).locator('.lab-crowd-counts').allTextContents(), { timeout: 40_000 })
      .toEqual(Array(3).fill(expect.stringMatching(/^Running \d{2,3}$/)));
    expect(await lab(page).locator('.lab-pod').count()).toBe(0);
    await lab(page)
      .locator('.lab-crowd canvas')
      .first()
      .click({ position: { x: 4, y: 4 } });
    await details(page).locator('header').getByText('Pod many-').waitFor();
    await keepPicture(page, 'picture-crowd');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('why', () => {
  browserTest.each([
    {
      locale: 'en',
      who: 'You',
      did: 'changed the replicas of StatefulSet web from 3 to 4',
      now: 'It runs and is Ready.',
    },
    {
      locale: 'ko',
      who: '나',
      did: '스테이트풀셋 web의 레플리카 수 변경: 3 → 4',
      now: '실행 중이며 준비된 상태입니다.',
    },
  ])('a pod says what led to it, $locale', async ({ locale, who, did, now }) => {
    const { page, faults } = await applied(`/${locale}/${LESSON}`);
    await enter(page, 'kubectl scale sts web --replicas=4');
    await lab(page).locator('.lab-pod[data-tone="running"]').nth(3).waitFor();
    await lab(page).locator('.lab-pod', { hasText: 'web-3' }).click();
    await details(page).getByText(now).waitFor();
    const [first] = await details(page).locator('.why-steps li').all();
    expect(await first?.textContent()).toMatch(new RegExp(`${who}kubectl scale sts web --replicas=4 ${did}`));
    expect(await details(page).locator('.why-steps').textContent()).toContain('statefulset-controller');
    // A step leads to its moment.
    const before = await lab(page).locator('.lab-clock time').getAttribute('datetime');
    await first?.locator('.why-time').click();
    await expect.poll(() => lab(page).locator('.lab-clock time').getAttribute('datetime')).not.toBe(before);
    await keepPicture(page, `why-${locale}`);
    await page.keyboard.press('Escape');
    await details(page).waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('hands', () => {
  browserTest('kill a process, cut a network, scale: each as a command in the terminal', async () => {
    const { page, faults } = await applied(`/en/${LESSON}`);
    await lab(page).locator('.lab-pod', { hasText: 'web-1' }).click();
    await details(page).getByRole('button', { name: 'Kill its process' }).click();
    await lab(page).locator('.lab-log').getByText('crash web-1').waitFor();
    await lab(page).locator('.lab-pod', { hasText: 'restarts: 1' }).waitFor();
    await page.keyboard.press('Escape');
    await lab(page).locator('button.lab-node-name', { hasText: 'node-2' }).click();
    await details(page).getByRole('button', { name: 'Cut its network' }).click();
    await lab(page).locator('.lab-node[data-ready="false"]').waitFor();
    await details(page).getByText('has not heard from its kubelet').waitFor();
    await details(page).getByRole('button', { name: 'Mend its network' }).click();
    await lab(page).locator('.lab-node[data-ready="false"]').waitFor({ state: 'detached' });
    await details(page).getByRole('button', { name: 'Close' }).click();
    await lab(page).locator('.lab-set').first().click();
    await details(page).getByRole('button', { name: 'One fewer' }).click();
    await lab(page).locator('.lab-sets').getByText('2 of 2 ready').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
