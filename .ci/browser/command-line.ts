/** A file that a page saved, graded on the command line. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

export interface GradedReport {
  readonly exercise: { readonly id: string };
  readonly points: number;
  readonly of: number;
  readonly checks: readonly { readonly id: string; readonly passed: boolean }[];
}

interface Grades {
  readonly students: readonly { readonly reports: readonly GradedReport[] }[];
}

/** Presses a button that saves a file, and does something with it while it is there. */
export async function withSaved<T>(
  page: Page,
  button: Locator,
  act: (path: string) => Promise<T> | T,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'petset-'));
  try {
    const download = page.waitForEvent('download');
    await button.click();
    const file = await download;
    const path = join(folder, file.suggestedFilename());
    await file.saveAs(path);
    return await act(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What `petset grade` says of a file. */
export function gradeFile(path: string): readonly GradedReport[] {
  const out = execFileSync(
    process.execPath,
    ['grader/cli/petset.mjs', 'grade', path, '--fresh', '--format', 'json'],
    {
      encoding: 'utf8',
    },
  );
  return (JSON.parse(out) as Grades).students[0]?.reports ?? [];
}
