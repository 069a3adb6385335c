// Does something again whenever a file below some paths changes, for authors: an exercise, a submission, the rules.
import { existsSync, watch } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { GradeCall } from './grade-call.ts';

/** Editors write a file in several steps. */
const quietMs = 150;

/** Runs now and after every change, until the process is told to end; then the last exit code. */
export async function watchPaths(paths: readonly string[], run: () => Promise<number>): Promise<number> {
  let exitCode = await run();
  let wake: (() => void) | undefined;
  let isDirty = false;
  const isEnding = { now: false };
  const onEvent = (file: string | null): void => {
    // What this command writes itself is no change.
    if (file?.includes('.results') || file?.endsWith('.part')) return;
    isDirty = true;
    wake?.();
  };
  const watchers = paths.filter(existsSync).map((path) => {
    return watch(path, { recursive: true }, (_, file) => onEvent(file));
  });
  const end = () => {
    isEnding.now = true;
    wake?.();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  process.stderr.write('petset: waiting for changes; Ctrl-C ends it\n');
  while (!isEnding.now) {
    if (!isDirty) {
      await new Promise<void>((resume) => {
        wake = resume;
      });
    }
    if (isEnding.now) break;
    await new Promise((resume) => setTimeout(resume, quietMs));
    isDirty = false;
    process.stdout.write(process.stdout.isTTY ? '\u001b[2J\u001b[H' : '\n');
    exitCode = await run();
  }
  for (const watcher of watchers) watcher.close();
  return exitCode;
}

/** `petset grade --watch`. */
export function watchGrading(call: GradeCall, grade: (call: GradeCall) => Promise<number>): Promise<number> {
  const beside = [call.rules, call.roster].flatMap((path) =>
    path === undefined ? [] : [dirname(resolve(path))],
  );
  return watchPaths([...new Set([...call.paths, call.exercises, ...beside])], () => grade(call));
}
