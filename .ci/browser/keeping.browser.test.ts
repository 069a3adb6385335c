/** What the browser keeps: over a reload, a new revision, two pages at once, a full storage, and a file out and in. */
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { canonicalJson } from '../../grader/canonical-json.ts';
import { gradeFile, withSaved } from './command-line.ts';
import { exercise, submit, writeManifest } from './exercise-page.ts';
import { browserTest, keepPicture, openPage, overflowOf, siteUrl } from './site.ts';

const LESSON = 'statefulsets/a-name-that-stays/';
const WORK = 'reference/your-work/';
const MISTAKE = readFileSync('exercises/name-each-pod/mistakes/shared-claim/web.yaml', 'utf8');
const DESKTOP = { viewport: { width: 1280, height: 900 } } as const;
/** The page writes so long after something was done. */
const WRITTEN_MS = 900;

const lab = (page: Page) => page.locator('.lab').first();
const log = (page: Page) => lab(page).locator('.lab-log');

async function enter(page: Page, line: string): Promise<void> {
  const prompt = lab(page).locator('.lab-entering textarea');
  await prompt.fill(line);
  await prompt.press('Enter');
}

/** One of the lesson's quizzes, or the review of what was missed. */
const quiz = (page: Page) => page.locator('.quiz:is([aria-labelledby="quiz-sts-quiz"], .review)');

async function choose(page: Page, index: number, check = 'Check'): Promise<void> {
  await quiz(page).locator('.quiz-choice').nth(index).click();
  await quiz(page).getByRole('button', { name: check, exact: true }).click();
  await quiz(page).locator('.quiz-verdict svg').waitFor();
}

function stored(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => ({ ...localStorage }));
}

describe('a report', () => {
  browserTest(
    'is there again after a reload, with the hints that were open, and in the other language',
    async () => {
      const { page, faults } = await openPage(`/en/${LESSON}`, DESKTOP);
      const part = exercise(page, 'name-each-pod');
      await writeManifest(page, part, MISTAKE);
      const report = await submit(part);
      await part.locator('.exercise-submit').click();
      await part.locator('.report details').nth(1).waitFor();
      await page.waitForTimeout(WRITTEN_MS);
      await page.goto(`${siteUrl}/ko/${LESSON}`, { waitUntil: 'networkidle' });
      await part.locator('.report').waitFor();
      expect(await part.locator('[data-report]').getAttribute('data-report')).toBe(report);
      expect(await part.locator('.report details').count()).toBe(2);
      expect(await part.locator('.report-next').textContent()).toBe('다음에 할 일');
      // What is only looked at again loads no simulator, and takes nobody's place on the page away.
      expect(page.workers()).toEqual([]);
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  browserTest('is erased after a question, and the work with it', async () => {
    const { page } = await openPage(`/en/${LESSON}`, DESKTOP);
    const part = exercise(page, 'name-each-pod');
    await writeManifest(page, part, MISTAKE);
    await submit(part);
    await part.getByRole('button', { name: 'Erase', exact: true }).click();
    await part.locator('.report').waitFor();
    await part.getByRole('button', { name: 'Really erase all your work' }).click();
    await part.locator('.report').waitFor({ state: 'detached' });
    await page.waitForTimeout(WRITTEN_MS);
    expect(Object.keys(await stored(page)).filter((key) => key.includes('name-each-pod'))).toEqual([]);
    expect(await part.locator('.lab-still').textContent()).not.toContain('shared');
    await page.context().close();
  });
});

describe('one file', () => {
  browserTest(
    'holds everything, is graded as the page graded it, and brings everything back',
    { timeout: 180_000 },
    async () => {
      const { page, faults } = await openPage(`/en/${LESSON}`, DESKTOP);
      const part = exercise(page, 'name-each-pod');
      await writeManifest(page, part, MISTAKE);
      const inPage = await submit(part);
      await choose(page, 0);
      await choose(page, 2);
      for (const index of [1, 0]) {
        await quiz(page).getByRole('button', { name: 'Next question' }).click();
        await choose(page, index);
      }
      await choose(page, 1);
      await quiz(page).locator('[data-report*="petset/report"]').waitFor();
      const ofQuiz = await quiz(page).locator('[data-report]').getAttribute('data-report');
      await enter(page, 'kubectl create configmap mine');
      await log(page).getByText('configmap/mine created').waitFor();
      await page.waitForTimeout(WRITTEN_MS);

      await page.goto(`${siteUrl}/en/${WORK}`, { waitUntil: 'networkidle' });
      await page.locator('.work-list').getByText('submitted: 1').waitFor();
      await keepPicture(page, 'your-work');
      const bytes = await withSaved(page, page.getByRole('button', { name: 'Export everything' }), (path) => {
        const reports = gradeFile(path).map((report) => `${canonicalJson(report)}\n`);
        expect(reports).toEqual([inPage, ofQuiz]);
        return readFileSync(path);
      });
      await page.getByRole('button', { name: 'Erase everything' }).click();
      await page.getByRole('button', { name: 'This cannot be undone' }).click();
      await page.getByText('Nothing yet.').waitFor();
      expect(Object.keys(await stored(page)).filter((key) => key.startsWith('petset:'))).toEqual([]);

      const file = { name: 'petset-work.zip', mimeType: 'application/zip', buffer: bytes };
      await page.locator('.your-work input[type=file]').setInputFiles(file);
      await page.getByText('Imported: 3.').waitFor();
      await page.goto(`${siteUrl}/en/${LESSON}`, { waitUntil: 'networkidle' });
      await part.locator('.report').waitFor();
      expect(await part.locator('[data-report]').getAttribute('data-report')).toBe(inPage);
      expect(await quiz(page).getByText('2 of 3 right').count()).toBe(1);
      await lab(page).locator('.lab-play').click();
      await log(page).getByText('configmap/mine created').waitFor();
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  browserTest.each([
    { locale: 'en', said: 'bad.json: line 1, column 12 is not as it should be (JSON). Nothing was changed.' },
    { locale: 'ko', said: 'bad.json: 1행 12열이 올바르지 않습니다(JSON). 바뀐 것은 없습니다.' },
  ])(
    'that is wrong somewhere is refused with the place, and nothing of it is taken, $locale',
    async ({ locale, said }) => {
      const { page, faults } = await openPage(`/${locale}/${WORK}`, {
        viewport: { width: 360, height: 740 },
      });
      const good = '{"format":"petset/submission","version":1,"exercise":"name-each-pod","revision":1}';
      const buffer = Buffer.from(zipSync({ 'good.json': strToU8(good), 'bad.json': strToU8('{"format": ') }));
      const input = page.locator('.your-work input[type=file]');
      await input.setInputFiles({ name: 'x.zip', mimeType: 'application/zip', buffer });
      await page.getByText(said).waitFor();
      expect(Object.keys(await stored(page)).filter((key) => key.startsWith('petset:'))).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await keepPicture(page, `your-work-refused-${locale}`);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  browserTest('of an exercise that is wrong somewhere leaves the cluster as it is', async () => {
    const { page } = await openPage(`/en/${LESSON}`, DESKTOP);
    const part = exercise(page, 'grow-shrink-update');
    const prompt = part.locator('.lab-entering textarea');
    await prompt.fill('kubectl create configmap mine');
    await prompt.press('Enter');
    await part.locator('.lab-log').getByText('configmap/mine created').waitFor();
    const text = `{"format":"petset/submission","version":1,"exercise":"grow-shrink-update","revision":1,
 "log":{"seed":1,"entries":[{"do":"run","line":"a"},{"do":"format"}]}}`;
    const file = { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await part.locator('input[type=file]').setInputFiles(file);
    await part.getByText('line 2, column 59 is not as it should be (log.entries[1].do)').waitFor();
    expect(await part.locator('.lab').getAttribute('data-phase')).toBe('live');
    expect(await part.locator('.lab-log').textContent()).toContain('configmap/mine created');
    await page.context().close();
  });
});

describe('two pages at once', () => {
  browserTest('keep the work of both, and each can be gone on with', async () => {
    const { page: a, faults } = await openPage(`/en/${LESSON}`, DESKTOP);
    const b = await a.context().newPage();
    await b.goto(`${siteUrl}/en/${LESSON}`, { waitUntil: 'networkidle' });
    await enter(a, 'kubectl create configmap from-a');
    await log(a).getByText('configmap/from-a created').waitFor();
    await a.waitForTimeout(WRITTEN_MS);
    // The other page has done nothing yet: it takes up what this one did.
    await lab(b).locator('.lab-play').click();
    await log(b).getByText('configmap/from-a created').waitFor();
    await enter(b, 'kubectl create configmap from-b');
    await enter(a, 'kubectl create configmap again-a');
    await lab(b).getByText('Both are kept.').waitFor();
    await lab(a).getByText('Both are kept.').waitFor();
    await keepPicture(b, 'two-pages', lab(b));
    await lab(b).getByRole('button', { name: 'Show the other' }).click();
    await log(b).getByText('configmap/again-a created').waitFor();
    expect(await log(b).textContent()).not.toContain('from-b created');
    await b.close();
    await a.reload({ waitUntil: 'networkidle' });
    await lab(a).getByRole('button', { name: 'Show the other' }).click();
    await log(a).getByText('configmap/from-b created').waitFor();
    await lab(a).getByRole('button', { name: 'Let go of the other' }).click();
    await lab(a).getByText('Both are kept.').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await a.context().close();
  });

  browserTest('answer different questions of a quiz, and each has both answers', async () => {
    const { page: a } = await openPage(`/ko/${LESSON}`, DESKTOP);
    const b = await a.context().newPage();
    await b.goto(`${siteUrl}/ko/${LESSON}`, { waitUntil: 'networkidle' });
    await choose(a, 2, '확인');
    await quiz(a).locator('.quiz-proof').waitFor();
    await quiz(b).locator('.quiz-dots button').nth(1).click();
    await choose(b, 1, '확인');
    await b.getByText('맞았습니다').waitFor();
    for (const page of [a, b]) {
      const labels = quiz(page).locator('.quiz-dots button[aria-label*="맞았습니다"]');
      await expect.poll(() => labels.count()).toBe(2);
    }
    await a.context().close();
  });
});

describe('where the browser keeps nothing', () => {
  browserTest.each([
    {
      what: 'full',
      spoil: 'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }',
    },
    {
      what: 'blocked',
      spoil:
        'for (const name of ["localStorage", "indexedDB"]) Object.defineProperty(window, name, { get() { throw new DOMException("blocked", "SecurityError"); } })',
    },
  ])('as its storage is $what, it says so and everything works', async ({ what, spoil }) => {
    const { page } = await openPage('/404.html', { viewport: { width: 360, height: 740 } });
    await page.addInitScript(spoil);
    await page.goto(`${siteUrl}/en/${LESSON}`, { waitUntil: 'networkidle' });
    await enter(page, 'kubectl create configmap mine');
    await log(page).getByText('configmap/mine created').waitFor();
    await lab(page).getByText('its storage is full or blocked').waitFor();
    const part = exercise(page, 'name-each-pod');
    await writeManifest(page, part, MISTAKE);
    await submit(part);
    expect(await part.locator('.report details').count()).toBe(1);
    await choose(page, 0);
    await quiz(page).getByText('its storage is full or blocked').waitFor();
    await choose(page, 2);
    await quiz(page).locator('.quiz-proof').waitFor();
    await page.goto(`${siteUrl}/en/${WORK}`, { waitUntil: 'networkidle' });
    await page.getByText('Nothing yet.').waitFor();
    await keepPicture(page, `storage-${what}`);
    await page.context().close();
  });
});

describe('what was kept', () => {
  browserTest.each([
    { locale: 'en', said: 'cannot be read (line 1, column 53: work.log.entries[0].do)' },
    { locale: 'ko', said: '읽을 수 없습니다(1행 53열: work.log.entries[0].do)' },
  ])('and cannot be read is said to be so with its place, and stays, $locale', async ({ locale, said }) => {
    const { page, faults } = await openPage(`/${locale}/${LESSON}`, DESKTOP);
    const id = (await lab(page).getAttribute('id'))?.replace(/^lab-/, '') ?? '';
    const key = `petset:/:v1:lab:${id}:1`;
    const broken = '{"work":{"seen":{},"log":{"seed":1,"entries":[{"do":"<img src=x onerror=alert(1)>"}]}}}';
    await page.evaluate(([name, text]) => localStorage.setItem(name ?? '', text ?? ''), [key, broken]);
    await page.reload({ waitUntil: 'networkidle' });
    await lab(page).getByText(said).waitFor();
    await enter(page, 'echo on we go');
    await log(page).locator('pre').getByText('on we go').waitFor();
    await page.waitForTimeout(WRITTEN_MS);
    const texts = await stored(page);
    expect(texts[`${key}:unread`]).toBe(broken);
    expect(texts[key]).toContain('echo on we go');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  browserTest('of another revision is told of, and can be brought along', async () => {
    const { page, faults } = await openPage(`/en/${LESSON}`, DESKTOP);
    const work = {
      seen: { old: 1 },
      log: {
        seed: 1,
        entries: [{ atMs: 0, do: 'run', line: 'kubectl create configmap old' }],
        untilMs: 5000,
      },
    };
    await page.evaluate(
      (text) => localStorage.setItem('petset:/:v1:exercise:grow-shrink-update:0', text),
      JSON.stringify({ work }),
    );
    await page.reload({ waitUntil: 'networkidle' });
    const part = exercise(page, 'grow-shrink-update');
    await part.getByText('Your earlier work (revision 0) is kept').waitFor();
    await part.getByRole('button', { name: 'Bring it here' }).click();
    await part.locator('.lab-log').getByText('kubectl create configmap old').waitFor();
    await page.waitForTimeout(WRITTEN_MS);
    const keys = Object.keys(await stored(page)).filter((key) => key.includes('grow-shrink-update'));
    expect(keys.map((key) => key.split(':').at(-1)).sort()).toEqual(['0', '1']);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('what was missed', () => {
  browserTest.each([
    { locale: 'en', begin: 'Ask me again', check: 'Check', end: 'Finish', none: 'None at the moment.' },
    { locale: 'ko', begin: '다시 풀기', check: '확인', end: '마치기', none: '지금은 없습니다.' },
  ])(
    'is asked again until the first answer is right, $locale',
    async ({ locale, begin, check, end, none }) => {
      const { page, faults } = await openPage(`/${locale}/${LESSON}`, {
        viewport: { width: 360, height: 740 },
      });
      await choose(page, 0, check);
      await choose(page, 2, check);
      await quiz(page).locator('.quiz-proof').waitFor();
      await page.goto(`${siteUrl}/${locale}/${WORK}`, { waitUntil: 'networkidle' });
      await page.getByRole('button', { name: begin }).click();
      // The second try was right, and it is asked again all the same; a second try is no better here.
      for (const answers of [[0, 2], [2]]) {
        for (const answer of answers) await choose(page, answer, check);
        await quiz(page).locator('.quiz-proof').waitFor();
        await keepPicture(page, `review-${locale}-${answers.length}`);
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        await page.getByRole('button', { name: end }).click();
        if (answers.length > 1) await page.getByRole('button', { name: begin }).click();
      }
      await page.getByText(none).waitFor();
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );
});

describe('what is done before the page is ready', () => {
  browserTest('is done once it is: a click, and a line that is entered', async () => {
    const { page, faults } = await openPage('/404.html', DESKTOP);
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/_astro\/(lab|exercise|quiz|client)\b[^/]*\.js/, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(`${siteUrl}/en/${LESSON}`, { waitUntil: 'domcontentloaded' });
    await lab(page).locator('.lab-apply').click();
    await enter(page, 'echo typed early');
    await quiz(page).locator('.quiz-choice').nth(2).click();
    expect(await page.locator('astro-island[ssr]').count()).toBe(6);
    release();
    await log(page).getByText('statefulset.apps/web created').waitFor();
    await log(page).locator('pre').getByText('typed early').waitFor();
    expect(await quiz(page).locator('.quiz-choice input').nth(2).isChecked()).toBe(true);
    expect(page.url()).toBe(`${siteUrl}/en/${LESSON}`);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
