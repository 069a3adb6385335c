/** What axe finds on the pages, at rest and with the lab at work, in both themes. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { browserTest, openPage } from './site.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LESSON = 'statefulsets/a-name-that-stays/';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** Every rule that is broken, with the first places where it is. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate<readonly Violation[]>('axe.run().then((it) => it.violations)');
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 4)
        .map(({ target }) => target.join(' '))
        .join(', ')}`,
  );
}

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (colorScheme) => {
  browserTest.each(['/en/', '/ko/', `/en/${LESSON}`, '/en/reference/fields-without-effect/'])(
    'on %s',
    async (path) => {
      const { page } = await openPage(path, { colorScheme });
      expect(await violationsOf(page)).toEqual([]);
      await page.context().close();
    },
  );

  browserTest('on a lab at work: timeline, selector and an answer to why', async () => {
    const { page } = await openPage(`/ko/${LESSON}`, {
      colorScheme,
      viewport: { width: 1200, height: 1000 },
    });
    const lab = page.locator('.lab').first();
    await lab.locator('.lab-apply').click();
    await lab.locator('.lab-rate select').selectOption('30');
    await lab.locator('.lab-pod[data-tone="running"]').nth(2).waitFor();
    await lab.locator('.lab-play').click();
    await lab.locator('.lab-selector input').fill('app=other');
    await lab.locator('.lab-pod-missed').first().waitFor();
    await lab.locator('.lab-pod').first().click();
    await lab.locator('.why-steps li').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  });
});
