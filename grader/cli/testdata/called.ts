// Calls a command in this process, and keeps what it says: a process of its own takes seconds to start.
import { vi } from 'vitest';
import { clusterRun } from '../cluster-run.ts';
import { gradeCommand } from '../grade.ts';
import { mergeCommand } from '../merge.ts';
import { replayCommand } from '../replay.ts';
import { similarCommand } from '../similar.ts';
import { verifyCommand } from '../verify.ts';

const commands = {
  cluster: (words: readonly string[]) => clusterRun(words.slice(1)),
  grade: gradeCommand,
  merge: mergeCommand,
  replay: replayCommand,
  similar: similarCommand,
  verify: verifyCommand,
} as const;

export interface Called {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `called('grade', 'x')`, as `petset grade x`. */
export async function called(name: keyof typeof commands, ...words: readonly string[]): Promise<Called> {
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      said[stream] += String(chunk);
      return true;
    }),
  );
  try {
    const status = await commands[name](words);
    return { status, ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
