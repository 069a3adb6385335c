// find: walks directories and does something with what an expression is true of.
import type { Process } from '../../sim/index.ts';
import { FileError, resolvePath, turn } from '../../sim/index.ts';
import { reasonOf } from '../language/redirection.ts';
import type { Steps } from '../language/shell-state.ts';
import type { Actions, Entry, Expression } from './find-expression.ts';
import { parseExpression } from './find-expression.ts';
import { fail, pathOf, program, UsageError } from './program.ts';
import { runToEnd } from './run-others.ts';

/** `find [path …] [expression]`. */
export const find = program(function* (process, args) {
  const first = args.findIndex((word) => /^-./.test(word) || word === '(' || word === '!');
  const paths = first < 0 ? args : args.slice(0, first);
  const expression = parseExpression(first < 0 ? [] : args.slice(first));
  const walk = new Walk(process, expression);
  for (const path of paths.length === 0 ? ['.'] : paths) yield* walk.from(path);
  return yield* walk.finish();
});

class Walk {
  readonly #process: Process;
  readonly #expression: Expression;
  readonly #actions: Actions;
  /** Paths for each command that ends in `{} +`. */
  readonly #collected = new Map<readonly string[], string[]>();
  #code = 0;
  #isPruned = false;
  #visited = 0;

  constructor(process: Process, expression: Expression) {
    this.#process = process;
    this.#expression = expression;
    const { files, now } = process.host;
    this.#actions = {
      print: (text) => process.stdout.write(text),
      remove: (entry) => this.#remove(entry),
      run: (argv) => runToEnd(process, argv),
      collect: (argv, path) => {
        const paths = this.#collected.get(argv) ?? [];
        this.#collected.set(argv, [...paths, path]);
      },
      prune: () => {
        this.#isPruned = true;
      },
      isEmpty: ({ absolute, stat }) =>
        stat.type === 'directory' ? files.list(absolute).length === 0 : stat.size === 0,
      nowMs: now(),
      newerThanMs: (path) => {
        const stat = files.stat(pathOf(process, path));
        if (!stat) throw new UsageError(`'${path}': No such file or directory`);
        return stat.modifiedAtMs;
      },
    };
  }

  *from(path: string): Steps<void> {
    const absolute = pathOf(this.#process, path);
    const stat = this.#process.host.files.stat(absolute);
    if (stat) yield* this.#visit({ path, absolute, depth: 0, stat });
    else this.#code = fail(this.#process, `'${path}': No such file or directory`);
  }

  /** Runs what was kept for the end; the code of all. */
  *finish(): Steps {
    for (const [argv, paths] of this.#collected) {
      if ((yield* runToEnd(this.#process, [...argv, ...paths])) !== 0) this.#code = 1;
    }
    return this.#code;
  }

  *#visit(entry: Entry): Steps<void> {
    this.#visited += 1;
    if (this.#visited % 1000 === 0) yield turn;
    const { minDepth, maxDepth, isDepthFirst, test } = this.#expression;
    const isAsked = entry.depth >= minDepth;
    this.#isPruned = false;
    if (isAsked && !isDepthFirst) yield* test(entry, this.#actions);
    // Read before what is inside may prune in its turn.
    const isPruned = this.#isPruned;
    if (entry.stat.type === 'directory' && entry.depth < maxDepth && !isPruned) yield* this.#inside(entry);
    if (isAsked && isDepthFirst) yield* test(entry, this.#actions);
  }

  *#inside({ path, absolute, depth }: Entry): Steps<void> {
    const { files } = this.#process.host;
    // It may have been removed by what was run for it.
    if (!files.stat(absolute)) return;
    for (const name of files.list(absolute)) {
      const inner = resolvePath(absolute, name);
      const stat = files.stat(inner);
      const shown = path.endsWith('/') ? path + name : `${path}/${name}`;
      if (stat) yield* this.#visit({ path: shown, absolute: inner, depth: depth + 1, stat });
    }
  }

  #remove({ path, absolute }: Entry): boolean {
    if (path === '.') return true;
    try {
      this.#process.host.files.remove(absolute);
      return true;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.#code = fail(this.#process, `cannot delete '${path}': ${reasonOf(error)}`);
      return false;
    }
  }
}
