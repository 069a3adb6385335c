/** Finds a Chromium to test in: what the environment names, Playwright's, the system's, or what a package carries. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import carried from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

export interface FoundBrowser {
  readonly path: string;
  /** Where it came from, for the first line of the test run. */
  readonly source: string;
}

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function playwrightsOwn(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** Whether a program starts at all: a browser without its libraries is none. */
function starts(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

/** The Chromium in @sparticuz/chromium: for Linux on x64 only, and it wants some of the system's libraries. */
async function carriedByPackage(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const path = await carried.executablePath();
    return starts(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The browser to use, or undefined when there is none. A `PETSET_BROWSER` that does not start is an error: whoever
 * named it wants that one.
 */
export async function findBrowser(): Promise<FoundBrowser | undefined> {
  const named = process.env.PETSET_BROWSER;
  if (named) {
    if (!starts(named)) throw new Error(`PETSET_BROWSER names ${named}, which does not start`);
    return { path: named, source: 'PETSET_BROWSER' };
  }
  const own = playwrightsOwn();
  if (own !== undefined && starts(own)) return { path: own, source: 'Playwright' };
  const path = SYSTEM_PATHS.find(starts);
  if (path !== undefined) return { path, source: 'the system' };
  const unpacked = await carriedByPackage();
  return unpacked === undefined ? undefined : { path: unpacked, source: '@sparticuz/chromium' };
}
