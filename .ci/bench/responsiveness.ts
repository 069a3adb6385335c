/**
 * Whether the page stays at hand while 1,000 pods start: how long it takes from a key or a press to the next picture on the screen, and how
 * long the page's thread is ever kept. Needs dist/ and a browser.
 */
import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findBrowser } from '../browser/find-browser.ts';
import { serveFolder } from '../site/static-server.ts';
import { say } from './figures.ts';

const LESSON = '/en/statefulsets/a-name-that-stays/';
const PODS = 1000;
const MACHINES = 'for i in $(seq 4 12); do node node-$i join; done; clear';
const RATES = ['1', '10', '60'] as const;
const ROUNDS = 6;

interface Figures {
  /** From each key or press to the next picture, in ms; what takes less than 16 ms is not told. */
  readonly answers: readonly number[];
  /** Tasks of more than 50 ms. */
  readonly tasks: readonly number[];
}

export async function responsiveness(): Promise<void> {
  const found = await findBrowser();
  if (!existsSync('dist') || !found) {
    say('responsiveness: not measured, it needs `npm run build` and a browser');
    return;
  }
  const { server, url } = await serveFolder('dist', 0);
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    for (const rate of RATES) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      page.setDefaultTimeout(120_000);
      await page.goto(url + LESSON, { waitUntil: 'networkidle' });
      say(`at ${rate}×, ${await whilePodsStart(page, rate)}`);
      await page.close();
    }
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

async function whilePodsStart(page: Page, rate: string): Promise<string> {
  const lab = page.locator('.lab').first();
  const prompt = lab.locator('.lab-entering textarea');
  await lab.locator('.lab-play').click();
  await lab.locator('.lab-rate select').selectOption('60');
  await prompt.fill(MACHINES);
  await prompt.press('Enter');
  await lab.locator('.lab-node').nth(11).waitFor();
  await lab.locator('.lab-rate select').selectOption(rate);
  await page.evaluate(watch);
  const atRest = await handled(page);
  await prompt.fill(`kubectl create deployment web --image=nginx:1.25 --replicas=${PODS}`);
  await prompt.press('Enter');
  await lab.locator('.lab-crowd').waitFor();
  const starting = await handled(page);
  return `with no pods: ${shown(atRest)}; while ${PODS} pods start: ${shown(starting)}`;
}

/**
 * Uses the keyboard and the mouse for a while, and says how it went. Parts are found by their class: to look for a role and a name would
 * take the page's thread longer than what is measured.
 */
async function handled(page: Page): Promise<Figures> {
  const lab = page.locator('.lab').first();
  const prompt = lab.locator('.lab-entering textarea');
  await page.evaluate(() => Object.assign(globalThis, { figures: { answers: [], tasks: [] } }));
  for (let round = 0; round < ROUNDS; round += 1) {
    await prompt.pressSequentially('kubectl get', { delay: 30 });
    await prompt.press('Control+u');
    await lab.locator('.lab-play').click();
    await lab.locator('.lab-play').click();
    await lab.locator('.lab-selector input').pressSequentially(String(round), { delay: 30 });
  }
  return page.evaluate(() => (globalThis as unknown as { figures: Figures }).figures);
}

/** INP as the web's vitals have it: the slowest answer, one in every fifty left out. https://web.dev/articles/inp */
function shown({ answers, tasks }: Figures): string {
  const slowestFirst = answers.toSorted((a, b) => b - a);
  const [slowest = 0] = slowestFirst;
  const inp = slowestFirst[Math.floor(answers.length / 50)] ?? 0;
  return `INP ${inp} ms, the slowest of ${answers.length} answers ${slowest} ms, the longest of ${tasks.length} long tasks ${Math.max(0, ...tasks)} ms`;
}

/** Runs in the page. */
function watch(): void {
  const figures = () =>
    (globalThis as unknown as { figures: { answers: number[]; tasks: number[] } }).figures;
  Object.assign(globalThis, { figures: { answers: [], tasks: [] } });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) {
      if (entry.interactionId) figures().answers.push(Math.round(entry.duration));
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) figures().tasks.push(Math.round(duration));
  }).observe({ type: 'longtask' });
}
