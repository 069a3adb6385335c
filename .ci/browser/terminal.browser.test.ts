import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { browserTest, openPage } from './site.ts';

const LESSON = '/en/statefulsets/a-name-that-stays/';
const lab = (page: Page) => page.locator('.lab').first();
const promptOf = (page: Page) => lab(page).locator('.lab-entering textarea');

describe('the line of a terminal', () => {
  browserTest('takes the keys that hands know', async () => {
    const { page, faults } = await openPage(LESSON);
    await lab(page).locator('.lab-play').click();
    const prompt = promptOf(page);
    await prompt.fill('kubectl get node node-1');
    await prompt.press('Enter');
    await lab(page).locator('.lab-log').getByText('Ready').first().waitFor();

    await prompt.pressSequentially('kubectl des');
    await prompt.press('Tab');
    await expect.poll(() => prompt.inputValue()).toBe('kubectl describe ');
    await prompt.pressSequentially('node node-');
    await prompt.press('Tab');
    await lab(page).locator('.lab-offers').getByText('node-1 node-2 node-3').waitFor();
    expect(await prompt.inputValue()).toBe('kubectl describe node node-');

    await prompt.press('Control+u');
    expect(await prompt.inputValue()).toBe('');
    await prompt.press('Control+r');
    await prompt.pressSequentially('get no');
    await lab(page).locator('.lab-offers').getByText("`get no'").waitFor();
    expect(await prompt.inputValue()).toBe('kubectl get node node-1');
    await prompt.press('End');
    await prompt.press('Alt+b');
    await prompt.press('Control+k');
    await prompt.press('2');
    await expect.poll(() => prompt.inputValue()).toBe('kubectl get node node-2');
    expect(await prompt.inputValue()).toBe('kubectl get node node-2');
    await prompt.press('Enter');
    await lab(page).locator('.lab-log').getByText('node-2').first().waitFor();

    // An empty line leaves Tab to the page.
    await prompt.press('Tab');
    expect(await prompt.evaluate((it) => it === document.activeElement)).toBe(false);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('a command that waits for the learner', () => {
  browserTest('reads what is typed until it is given the end', async () => {
    const { page, faults } = await openPage(LESSON);
    const prompt = promptOf(page);
    const log = lab(page).locator('.lab-log');
    await prompt.fill('kubectl run box --image=busybox -it --restart=Never -- sh');
    await prompt.press('Enter');
    await lab(page).getByText('reads what you type').waitFor();
    await prompt.fill('echo from-$(hostname)');
    await prompt.press('Enter');
    await log.getByText('from-box').waitFor();
    await prompt.press('Control+d');
    await lab(page).getByText('reads what you type').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  browserTest('opens the editor for kubectl edit, and applies what is saved there', async () => {
    const { page, faults } = await openPage(LESSON);
    const prompt = promptOf(page);
    const opened = lab(page).locator('.lab-opened');
    await prompt.fill('kubectl edit node node-1');
    await prompt.press('Enter');
    await opened.locator('.cm-content').waitFor();
    expect(await opened.locator('.cm-content').textContent()).toContain('Please edit the object below.');
    await opened.getByText('labels:', { exact: true }).first().click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('  disk: ssd');
    await opened.getByRole('button', { name: 'Save and close' }).click();
    await lab(page).locator('.lab-log').getByText('node/node-1 edited').waitFor();
    await opened.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
