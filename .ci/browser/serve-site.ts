/** Before the browser tests: finds the built pages and a browser, serves the one and names the other. */
import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { serveFolder } from '../site/static-server.ts';
import { findBrowser } from './find-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    siteUrl: string;
    /** Empty when there is no browser and the tests are skipped. */
    browserPath: string;
  }
}

const NONE = `no Chromium was found. Install one (Debian: apt-get install chromium; or npx playwright-core install
chromium), or name one with PETSET_BROWSER=/path/to/chrome`;

export default async function setup({ provide }: TestProject): Promise<() => void> {
  if (!existsSync('dist/en/index.html')) throw new Error('dist/ holds no pages: run `npm run build` first');
  const browser = await findBrowser();
  if (browser === undefined) {
    if (process.env.PETSET_REQUIRE_BROWSER === '1') throw new Error(`PETSET_REQUIRE_BROWSER=1, but ${NONE}`);
    process.stdout.write(`\nSKIPPED: every browser test, because ${NONE}\n\n`);
  } else {
    process.stdout.write(`browser tests: ${browser.path} (${browser.source})\n`);
  }
  const { server, url } = await serveFolder('dist', 0);
  provide('siteUrl', url);
  provide('browserPath', browser?.path ?? '');
  return () => {
    server.closeAllConnections();
    server.close();
  };
}
