// Calling a shell function.
import type { Function as FunctionNode } from 'unbash';
import { Return, ShellError } from './completion.ts';
import type { Shell, Source, Steps } from './shell-state.ts';
import { leaveScope } from './variables.ts';

const maxDepth = 200;

/** Runs a function with its own positional parameters and local variables. */
export function* runFunctionBody(
  shell: Shell,
  { node, source }: { readonly node: FunctionNode; readonly source: Source },
  argv: readonly string[],
): Steps {
  if (shell.depth >= maxDepth) {
    throw new ShellError(`${argv[0]}: functions nested more than ${maxDepth} deep`, { isFatal: true });
  }
  const { positional, loops } = shell;
  const statement = {
    type: 'Statement' as const,
    pos: node.body.pos,
    end: node.body.end,
    background: undefined,
  };
  const commands =
    node.body.type === 'CompoundList' ? node.body.commands : [{ ...statement, command: node.body }];
  shell.positional = argv.slice(1);
  shell.loops = 0;
  shell.depth += 1;
  shell.scopes.push(new Map());
  try {
    const script = { type: 'Script' as const, pos: node.pos, end: node.end, shebang: undefined, commands };
    return yield* shell.execute(shell, script, source);
  } catch (end) {
    if (end instanceof Return) return end.code;
    throw end;
  } finally {
    leaveScope(shell);
    shell.depth -= 1;
    shell.loops = loops;
    shell.positional = positional;
  }
}
