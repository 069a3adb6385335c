/** What the page says of an exercise is what the command line says of its export, byte for byte. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { canonicalJson } from '../../grader/canonical-json.ts';
import { splitScript } from '../../src/shell/script.ts';
import type { GradedReport } from './command-line.ts';
import { gradeFile, withSaved } from './command-line.ts';
import { exercise, submit, writeManifest } from './exercise-page.ts';
import { browserTest, keepPicture, openPage } from './site.ts';

const LESSON = '/en/statefulsets/a-name-that-stays/';

/** Presses Export in a part of the page, and grades the file on the command line. */
function gradeExport(page: Page, part: Locator, slug: string): Promise<GradedReport> {
  return withSaved(page, part.getByRole('button', { name: 'Export' }), (path) => {
    expect(path.endsWith(`/${slug}.json`)).toBe(true);
    const [report] = gradeFile(path);
    if (!report) throw new Error('the command line gave no report');
    return report;
  });
}

describe('a manifest', () => {
  browserTest.each([
    { what: 'solution', lost: [] },
    { what: 'mistakes/shared-claim', lost: ['own-claim'] },
  ])('$what of name-each-pod: page and command line agree', async ({ what, lost }) => {
    const { page, faults } = await openPage(LESSON, { viewport: { width: 1280, height: 900 } });
    const part = exercise(page, 'name-each-pod');
    await writeManifest(page, part, readFileSync(`exercises/name-each-pod/${what}/web.yaml`, 'utf8'));
    const inPage = await submit(part);
    expect(await part.locator('.report h4').evaluate((it) => it === document.activeElement)).toBe(true);
    const onCommandLine = await gradeExport(page, part, 'name-each-pod');
    expect(inPage).toBe(`${canonicalJson(onCommandLine)}\n`);
    expect(onCommandLine.checks.filter(({ passed }) => !passed).map(({ id }) => id)).toEqual(lost);
    expect(await part.locator('.report-checks > li[data-passed="false"]').count()).toBe(lost.length);
    if (lost.length > 0) await part.locator('.exercise-give-up').click();
    await part.locator('.exercise-give-up').click();
    await part.locator('.solution').waitFor();
    expect((await part.locator('.solution-diff [data-is="theirs"]').count()) > 0).toBe(lost.length > 0);
    expect(await part.locator('.solution-outcome').textContent()).toContain('Pod web-2');
    expect((await part.locator('.solution-outcome [data-same="false"]').count()) > 0).toBe(lost.length > 0);
    await keepPicture(page, `exercise-${what.replace('/', '-')}`);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  browserTest('Submit says so where the simulator cannot be loaded, and can be pressed again', async () => {
    const { page } = await openPage(LESSON);
    const part = exercise(page, 'name-each-pod');
    await page.route('**/worker-*.js', (route) => route.abort());
    await part.locator('.exercise-submit').click();
    const said = part.locator('.exercise-actions [role="status"]', { hasText: 'could not be loaded' });
    await said.waitFor();
    expect(await part.locator('.exercise-submit').isEnabled()).toBe(true);
    await page.context().close();
  });

  browserTest('each failed attempt opens one more hint', async () => {
    const { page } = await openPage(LESSON);
    const part = exercise(page, 'name-each-pod');
    await writeManifest(
      page,
      part,
      readFileSync('exercises/name-each-pod/mistakes/shared-claim/web.yaml', 'utf8'),
    );
    await submit(part);
    expect(await part.locator('.report details').count()).toBe(1);
    await part.locator('.exercise-submit').click();
    await part.locator('.report details').nth(1).waitFor();
    await page.context().close();
  });
});

browserTest('a manifest that is refused says so once, and no check lectures', async () => {
  const { page } = await openPage(LESSON);
  const part = exercise(page, 'name-each-pod');
  await writeManifest(page, part, 'kind: [\n');
  await submit(part);
  expect(await part.locator('.report-refusal').count()).toBe(1);
  expect(await part.locator('.report-checks > li').count()).toBeGreaterThan(1);
  expect(await part.locator('.report-why').count()).toBe(0);
  await page.context().close();
});

browserTest('a failed check can be watched, and the own cluster comes back', async () => {
  const { page, faults } = await openPage(LESSON, { viewport: { width: 1280, height: 900 } });
  const part = exercise(page, 'name-each-pod');
  await writeManifest(page, part, readFileSync('exercises/name-each-pod/mistakes/parallel/web.yaml', 'utf8'));
  const report = await submit(part);
  await part.getByRole('button', { name: 'Watch it happen' }).first().click();
  await part.locator('.tl-deeds ol').getByText('kubectl apply -f web.yaml').waitFor({ state: 'attached' });
  await part.locator('.lab-pod').first().waitFor();
  // What is graded is still what was handed in.
  expect(await submit(part)).toBe(report);
  await part.getByRole('button', { name: 'Bring back' }).click();
  await part.locator('.lab-pod').first().waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await page.context().close();
});

describe('commands', () => {
  browserTest(
    'the solution of grow-shrink-update: page and command line agree, and the export can be imported',
    async () => {
      const { page, faults } = await openPage(LESSON, { viewport: { width: 1280, height: 900 } });
      const part = exercise(page, 'grow-shrink-update');
      const prompt = part.locator('.lab-entering textarea');
      await prompt.click();
      await part.locator('.lab-rate select').selectOption('60');
      const { steps } = splitScript(
        readFileSync('exercises/grow-shrink-update/solution/commands.sh', 'utf8'),
      );
      for (const { text } of steps) {
        await prompt.fill(text);
        await prompt.press('Enter');
      }
      // What was entered is shown a little later: only the last command's place in the log tells that none waits.
      await expect.poll(() => part.locator('.lab-entry').count(), { timeout: 50_000 }).toBe(steps.length);
      await part.locator('.lab-running').waitFor({ state: 'detached', timeout: 50_000 });
      const inPage = await submit(part);
      const onCommandLine = await gradeExport(page, part, 'grow-shrink-update');
      expect(inPage).toBe(`${canonicalJson(onCommandLine)}\n`);
      expect(onCommandLine.points).toBe(onCommandLine.of);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  browserTest('a file that is no submission is refused, and says why', async () => {
    const { page } = await openPage(LESSON);
    const part = exercise(page, 'grow-shrink-update');
    await part.locator('input[type=file]').setInputFiles({
      name: 'x.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"format": "<b>"}'),
    });
    await part.getByText('it is not a submission').waitFor();
    await part.locator('input[type=file]').setInputFiles({
      name: 'y.json',
      mimeType: 'application/json',
      buffer: Buffer.from(
        '{"format": "petset/submission", "version": 1, "exercise": "name-each-pod", "revision": 1}',
      ),
    });
    await part.getByText('another exercise, "name-each-pod"').waitFor();
    await part.locator('input[type=file]').setInputFiles({
      name: 'z.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{'),
    });
    await part.getByText('line 1, column 2 is not as it should be').waitFor();
    await page.context().close();
  });
});

describe('a quiz', () => {
  browserTest('a second try, every reason, and the same report on the command line', async () => {
    const { page, faults } = await openPage(LESSON, { viewport: { width: 1280, height: 900 } });
    const quiz = page.locator('.quiz[aria-labelledby="quiz-sts-quiz"]');
    const choose = async (index: number): Promise<void> => {
      await quiz.locator('.quiz-choice').nth(index).click();
      await quiz.getByRole('button', { name: 'Check' }).click();
    };
    await choose(0);
    await quiz.getByText('try once more').waitFor();
    expect(await quiz.locator('.quiz-why').count()).toBe(1);
    expect(await quiz.locator('.quiz-proof').count()).toBe(0);
    await choose(2);
    await quiz.locator('.quiz-proof').getByText('persistentvolumeclaim/www-web-4').waitFor();
    expect(await quiz.locator('.quiz-why').count()).toBe(4);
    await quiz.getByRole('button', { name: 'Next question' }).click();
    await choose(1);
    await quiz.getByRole('button', { name: 'Next question' }).click();
    await choose(0);
    await choose(1);
    await quiz.getByText('2 of 3 right').waitFor();
    await quiz.locator('[data-report*="petset/report"]').waitFor();
    const inPage = await quiz.locator('[data-report]').getAttribute('data-report');
    const onCommandLine = await gradeExport(page, quiz, 'sts-quiz');
    expect(inPage).toBe(`${canonicalJson(onCommandLine)}\n`);
    expect(onCommandLine.points).toBe(2);
    await keepPicture(page, 'quiz');
    await quiz.getByRole('button', { name: 'Answer what was missed' }).click();
    await choose(3);
    await quiz.getByText('3 of 3 right').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

browserTest('an exam tells which demands are met, and nothing of what it saw', async () => {
  const { page, faults } = await openPage('/en/capstone/keep-a-store-alive/');
  const part = exercise(page, 'exam-build');
  await writeManifest(
    page,
    part,
    readFileSync('exercises/exam-build/mistakes/no-readiness/store.yaml', 'utf8'),
  );
  await submit(part);
  expect(await part.locator('.report-checks > li[data-passed="false"]').count()).toBe(1);
  expect(await part.locator('.report-why').count()).toBe(1);
  expect(await part.locator('.report dl, .report details, .report-watch').count()).toBe(0);
  expect(await part.locator('.exercise-give-up').count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});
