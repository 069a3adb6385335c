// BusyBox complains in its own words: `cat: can't open '/tmp/healthy': No such file or directory`.
import { FileError } from '../file-system.ts';
import type { Program } from '../process.ts';

type Rewording = readonly [said: RegExp, instead: string];

/** How each tool says what GNU's says in another way; `$1` is what it is about, `$2` the reason. */
const rewordings: Readonly<Record<string, readonly Rewording[]>> = {
  cat: [[/^cat: (.+): (No such file or directory|Permission denied)$/gm, "cat: can't open '$1': $2"]],
  cp: [[/^cp: cannot stat '(.+)': (.+)$/gm, "cp: can't stat '$1': $2"]],
  ls: [[/^ls: cannot access '(.+)': (.+)$/gm, 'ls: $1: $2']],
  mkdir: [[/^mkdir: cannot create directory '(.+)': (.+)$/gm, "mkdir: can't create directory '$1': $2"]],
  mv: [[/^mv: cannot stat '(.+)': (.+)$/gm, "mv: can't rename '$1': $2"]],
  rm: [[/^rm: cannot remove '(.+)': (.+)$/gm, "rm: can't remove '$1': $2"]],
  rmdir: [[/^rmdir: failed to remove '(.+)': (.+)$/gm, "rmdir: '$1': $2"]],
  sleep: [[/^sleep: invalid time interval '(.+)'$/gm, "sleep: invalid number '$1'"]],
  tail: [[/^tail: (.+): (No such file or directory|Permission denied)$/gm, "tail: can't open '$1': $2"]],
  touch: [[/^touch: cannot touch '(.+)': (.+)$/gm, 'touch: $1: $2']],
  whoami: [[/^whoami: cannot find name for user ID (.+)$/gm, 'whoami: unknown uid $1']],
};

/** The same programs, with what BusyBox prints. */
export function inBusyboxWords(programs: ReadonlyMap<string, Program>): Map<string, Program> {
  const reworded = new Map(programs);
  for (const [name, words] of Object.entries(rewordings)) {
    const program = programs.get(name);
    if (program) reworded.set(name, speaking(program, words));
  }
  return reworded;
}

function speaking(program: Program, words: readonly Rewording[]): Program {
  return function* (process) {
    const { stderr } = process;
    const own = {
      ...stderr,
      write: (text: string) =>
        stderr.write(words.reduce((said, [pattern, instead]) => said.replace(pattern, instead), text)),
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
