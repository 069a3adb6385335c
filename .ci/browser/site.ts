/** A page of the built course in a real browser, watched for whatever a reader should never meet. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, inject, test } from 'vitest';

export const siteUrl = inject('siteUrl');
const browserPath = inject('browserPath');

/** `test`, skipped where there is no browser. serve-site.ts has said so loudly. */
export const browserTest = test.skipIf(browserPath === '');

/** What Playwright says where a page asks for a service worker and the test has none. */
const BLOCKED = 'Service Worker registration blocked by Playwright';

export interface Watched {
  readonly page: Page;
  /** Errors of the console and of scripts, failed requests, and requests to elsewhere: all should stay empty. */
  readonly faults: string[];
}

let browser: Promise<Browser> | undefined;

function launch(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: browserPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return browser;
}

afterAll(async () => {
  await (await browser)?.close();
});

/** Opens a path of the site in a fresh profile and waits until it is quiet. */
export async function openPage(path: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await (await launch()).newContext({
    reducedMotion: 'reduce',
    // Each test has a profile of its own, for which the whole course would be kept.
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    const isFault = message.type() === 'error' || message.type() === 'warning';
    if (isFault && message.text() !== BLOCKED) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A page that is left drops what it was still loading.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') faults.push(`request failed: ${request.url()} ${reason}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!(url.startsWith(siteUrl) || /^(data|blob):/.test(url))) faults.push(`request to elsewhere: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(siteUrl + path, { waitUntil: 'networkidle' });
  return { page, faults };
}

/** By how many pixels the page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Where PETSET_SCREENSHOTS names a folder, keeps a picture of the page or a part of it there, to be looked at. */
export async function keepPicture(page: Page, name: string, part?: Locator): Promise<void> {
  const folder = process.env.PETSET_SCREENSHOTS;
  if (!folder) return;
  const path = `${folder}/${name}.png`;
  if (part) await part.screenshot({ path });
  else await page.screenshot({ path, fullPage: true });
}
