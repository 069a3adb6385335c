/** What hands do in the part of a page that holds an exercise. */
import type { Locator, Page } from 'playwright-core';

/** Presses Submit, and gives the report as the page holds it. */
export async function submit(part: Locator): Promise<string> {
  await part.locator('.exercise-submit').click();
  await part.locator('[data-report]').waitFor({ timeout: 40_000 });
  await part.getByRole('button', { name: 'Submit' }).waitFor();
  return (await part.locator('[data-report]').getAttribute('data-report')) ?? '';
}

export function exercise(page: Page, slug: string): Locator {
  return page.locator(`section[aria-labelledby="exercise-${slug}"]`);
}

export async function writeManifest(page: Page, part: Locator, text: string): Promise<void> {
  await part.locator('.lab-code').click();
  await part.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await part.locator('.cm-content').evaluate((editor, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
