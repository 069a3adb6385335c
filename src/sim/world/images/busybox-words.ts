// BusyBox complains in its own words: `cat: can't open '/tmp/healthy': No such file or directory`.
import { FileError } from '../file-system.ts';
import type { Program } from '../process.ts';

/** The tools that say so of a file they cannot open; the others name it without quotes, as GNU's do. */
const openers = ['cat', 'tail'];
const complaint = /^(cat|tail): (.+): (No such file or directory|Permission denied)$/gm;

/** The same programs, with what BusyBox prints. */
export function inBusyboxWords(programs: ReadonlyMap<string, Program>): Map<string, Program> {
  const reworded = new Map(programs);
  for (const name of openers) {
    const program = programs.get(name);
    if (program) reworded.set(name, speaking(program));
  }
  return reworded;
}

function speaking(program: Program): Program {
  return function* (process) {
    const { stderr } = process;
    const own = {
      ...stderr,
      write: (text: string) => stderr.write(text.replace(complaint, "$1: can't open '$2': $3")),
    };
    try {
      return yield* program({ ...process, stderr: own });
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      own.write(`${process.argv[0]}: ${error.message}\n`);
      return 1;
    }
  };
}
