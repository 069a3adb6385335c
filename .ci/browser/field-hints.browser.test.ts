import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { browserTest, keepPicture, openPage } from './site.ts';

const LANGUAGES = {
  en: { required: 'required', replicas: 'How many pods', values: 'Values:' },
  ko: { required: '필수', replicas: '파드를 몇 개', values: '값:' },
} as const;

const lab = (page: Page) => page.locator('.lab').first();
const line = (page: Page, text: string) => lab(page).locator('.cm-line', { hasText: text }).first();
const offers = (page: Page) => lab(page).locator('.cm-tooltip-autocomplete li');

/** Opens the lesson with its editor alive. */
async function openEditor(locale: string): Promise<{ page: Page; faults: string[] }> {
  const watched = await openPage(`/${locale}/statefulsets/a-name-that-stays/`, {
    viewport: { width: 1280, height: 900 },
  });
  await lab(watched.page).locator('.lab-still').click();
  await lab(watched.page).locator('.cm-content').waitFor();
  return watched;
}

/** Opens an empty line below the one that reads so, as far in. */
async function newLineBelow(page: Page, text: string): Promise<void> {
  await line(page, text).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
}

/** Takes what the list offers first. A list that has just come up takes no Enter: it may have been meant for the text. */
async function take(page: Page): Promise<void> {
  await page.waitForTimeout(200);
  await page.keyboard.press('Enter');
}

/** Comes to the key of a line and stops there, as a hand does: the first that moves brings what is known of fields. */
async function pointAt(page: Page, text: string): Promise<void> {
  const key = line(page, text).locator('.yaml-key');
  await key.hover({ position: { x: 2, y: 6 } });
  await page.waitForTimeout(500);
  await key.hover({ position: { x: 8, y: 6 } });
}

describe.each(['en', 'ko'] as const)('the editor in %s', (locale) => {
  const words = LANGUAGES[locale];

  browserTest('offers the fields that are missing, and the values of a field', async () => {
    const { page, faults } = await openEditor(locale);
    await newLineBelow(page, 'replicas: 3');
    await page.keyboard.type('podM');
    await offers(page).first().waitFor();
    expect(await offers(page).allTextContents()).toEqual(['podManagementPolicystring']);
    await lab(page).locator('.cm-completionInfo').waitFor();
    expect(await lab(page).locator('.cm-completionInfo').textContent()).toContain('OrderedReady');
    await keepPicture(page, `offers-${locale}`);
    await take(page);
    // The values come up by themselves.
    await offers(page).filter({ hasText: 'Parallel' }).click();
    expect(await line(page, 'podManagementPolicy').textContent()).toBe('  podManagementPolicy: Parallel');
    await newLineBelow(page, 'terminationGracePeriodSeconds');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('      containers:');
    await page.keyboard.press('Enter');
    await page.keyboard.type('  ');
    await page.keyboard.press('Control+ ');
    await offers(page).first().waitFor();
    expect(await offers(page).first().textContent()).toBe(`namestring · ${words.required}`);
    await page.keyboard.press('Escape');
    await offers(page).first().waitFor({ state: 'detached' });
    const prompt = lab(page).locator('.lab-entering textarea');
    await prompt.fill('kubectl explain sts.spec.serviceName');
    await prompt.press('Enter');
    await lab(page).locator('.lab-log').getByText('The headless Service in whose domain').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  browserTest('lets a word be that is written in full', async () => {
    const { page } = await openEditor(locale);
    await lab(page).locator('.cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('apiVersion: v1');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.keyboard.type('kind: Pod');
    await offers(page).filter({ hasText: 'PodDisruptionBudget' }).waitFor({ state: 'detached' });
    await offers(page).filter({ hasText: 'Pod' }).waitFor();
    await page.waitForTimeout(200);
    await page.keyboard.press('Enter');
    await page.keyboard.type('metadata:');
    expect(await lab(page).locator('.cm-line').allTextContents()).toEqual([
      'apiVersion: v1',
      'kind: Pod',
      'metadata:',
    ]);
    await page.context().close();
  });

  browserTest('says what the field under the mouse is', async () => {
    const { page, faults } = await openEditor(locale);
    const card = lab(page).locator('.lab-field');
    await pointAt(page, 'replicas: 3');
    await card.waitFor();
    const text = (await card.textContent()) ?? '';
    expect(text).toContain('spec.replicas');
    expect(text).toContain('integer');
    expect(text).toContain(words.replicas);
    await keepPicture(page, `hover-${locale}`);
    // A label is nobody's field.
    await pointAt(page, 'app: nginx');
    await card.waitFor({ state: 'detached' });
    await lab(page)
      .locator('.cm-scroller')
      .evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
    await pointAt(page, 'accessModes');
    await card.filter({ hasText: 'ReadWriteMany' }).waitFor();
    expect(await card.textContent()).toContain(words.values);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
