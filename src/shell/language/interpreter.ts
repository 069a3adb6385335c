// Runs a parsed script: statements, lists, pipelines, background jobs.
import type { AndOr, CommandNode, CompoundList, Pipeline, Script, Statement } from 'unbash';
import type { Child, Input, Program } from '../../sim/index.ts';
import { createPipe, FileError, ignoreSignal, inputOf } from '../../sim/index.ts';
import { evaluateArithmetic } from './arithmetic.ts';
import { tick } from './budget.ts';
import { Exit, ShellError } from './completion.ts';
import { runArithmeticFor, runCase, runFor, runIf, runWhile } from './control-flow.ts';
import { addJob } from './jobs.ts';
import { withRedirections } from './redirection.ts';
import type { Shell, Source, Steps } from './shell-state.ts';
import { complain, write } from './shell-state.ts';
import { runSimpleCommand } from './simple-command.ts';
import { runSubshell, spawnSubshell, untilForegroundEnded } from './subshell.ts';
import { runTest } from './test-command.ts';
import { tested } from './tested.ts';
import { timed } from './time.ts';
import { runPendingTraps } from './traps.ts';

/** Runs all statements of a script and returns the last code. */
export function* execute(shell: Shell, script: Script, source: Source, isLast = false): Steps {
  const { source: outer, position } = shell;
  shell.source = source;
  try {
    for (const statement of script.commands) {
      const isFinal = isLast && statement === script.commands.at(-1);
      yield* isFinal ? runFinal(shell, statement) : runStatement(shell, statement);
    }
    if (script.commands.length === 0) shell.status = 0;
  } finally {
    shell.source = outer;
    shell.position = position;
  }
  return shell.status;
}

export function* runList(shell: Shell, list: CompoundList): Steps {
  for (const statement of list.commands) yield* runStatement(shell, statement);
  return shell.status;
}

/** The last statement of a shell: as real shells do, a lone program takes its place, unless a trap waits for a signal. */
function* runFinal(shell: Shell, statement: Statement): Steps {
  const { command } = statement;
  const isAlone = command.type === 'Command' && statement.background !== true;
  if (!isAlone || shell.traps.size > 0 || shell.options.size > 0)
    return yield* runStatement(shell, statement);
  yield* tick(shell);
  shell.position = statement.pos;
  return yield* runAlone(shell, command, true);
}

function* runStatement(shell: Shell, statement: Statement): Steps {
  yield* tick(shell);
  if (shell.options.has('noexec')) return 0;
  shell.position = statement.pos;
  if (statement.background === true) return startBackground(shell, statement);
  const { command } = statement;
  if (command.type === 'AndOr') yield* runAndOr(shell, command);
  else yield* runPipelineNode(shell, command);
  // Signals that came while it ran.
  if (shell.pendingTraps.length > 0) yield* runPendingTraps(shell);
  return shell.status;
}

function* runAndOr(shell: Shell, { commands, operators }: AndOr): Steps {
  for (const [i, command] of commands.entries()) {
    const operator = operators[i - 1];
    if (operator === '&&' ? shell.status !== 0 : operator === '||' && shell.status === 0) continue;
    if (i === commands.length - 1) yield* runPipelineNode(shell, command);
    else yield* tested(shell, () => runPipelineNode(shell, command));
  }
  return shell.status;
}

function* runPipelineNode(shell: Shell, node: CommandNode | Pipeline): Steps {
  if (node.type !== 'Pipeline') return yield* runAlone(shell, node);
  const isNegated = node.prefixes.filter(({ type }) => type === 'Negation').length % 2 === 1;
  const time = node.prefixes.find(({ type }) => type === 'Time');
  let run = () => runStages(shell, node);
  if (isNegated) {
    const inner = run;
    run = () => tested(shell, inner);
  }
  const code = time?.type === 'Time' ? yield* timed(shell, time.posix !== undefined, run) : yield* run();
  shell.status = isNegated ? (code === 0 ? 1 : 0) : code;
  if (!isNegated && node.commands.length > 1) checkErrexit(shell);
  return shell.status;
}

function* runStages(shell: Shell, node: Pipeline): Steps {
  const [only] = node.commands;
  if (only === undefined) return 0;
  if (node.commands.length === 1) return yield* runAlone(shell, only);
  const children = startStages(shell, node);
  const codes: number[] = [];
  for (const child of children) codes.push(yield* untilForegroundEnded(shell, child));
  shell.pipeStatus = codes;
  const failed = shell.options.has('pipefail') ? codes.findLast((code) => code !== 0) : undefined;
  return failed ?? codes.at(-1) ?? 0;
}

/** Starts every stage of a pipeline in a subshell of its own, joined by pipes. */
function startStages(shell: Shell, node: Pipeline): Child[] {
  let input: Input | undefined;
  return node.commands.map((command, i) => {
    const isLast = i === node.commands.length - 1;
    const pipe = isLast ? undefined : createPipe();
    const hasErrors = node.operators[i] === '|&';
    const child = spawnSubshell(shell, stage(shell, command), {
      ...(input === undefined ? {} : { input }),
      ...(pipe === undefined ? {} : { output: pipe.output }),
      ...(pipe === undefined || !hasErrors ? {} : { error: pipe.output }),
    });
    input = pipe?.input;
    return child;
  });
}

function stage(shell: Shell, node: CommandNode): Program {
  return (process) =>
    runSubshell(shell, process, function* (sub) {
      if (node.type === 'Command') return yield* runSimpleCommand(sub, node, { isLast: true });
      return yield* runAlone(sub, node);
    });
}

function startBackground(shell: Shell, statement: Statement): number {
  const { command } = statement;
  const isSimple = command.type !== 'AndOr' && command.type !== 'Pipeline';
  const foreground: Program = isSimple
    ? stage(shell, command)
    : (process) =>
        runSubshell(shell, process, (sub) => runStatement(sub, { ...statement, background: false }));
  const program: Program = (process) => {
    // Ctrl-C is for what runs in the foreground.
    process.handlers.set('SIGINT', ignoreSignal);
    return foreground(process);
  };
  const child = spawnSubshell(shell, program, { input: inputOf('') });
  shell.lastBackgroundPid = child.pid;
  const text = shell.source.text.slice(command.pos, command.end);
  const job = addJob(shell, [child], text);
  if (shell.process.isInteractive) write(shell, 2, `[${job.number}] ${child.pid}\n`);
  shell.status = 0;
  return 0;
}

/** Runs one command that is not part of a pipeline and remembers its code. Its own errors end only itself. */
function* runAlone(shell: Shell, node: CommandNode, isLast = false): Steps {
  try {
    shell.status =
      node.type === 'Command'
        ? yield* runSimpleCommand(shell, node, { isLast })
        : yield* runCommand(shell, node);
  } catch (error) {
    if (error instanceof FileError) shell.status = complain(shell, error.message);
    else if (error instanceof ShellError && !error.isFatal) {
      complain(shell, error.message);
      shell.status = error.code;
    } else throw error;
  }
  if (isChecked(node)) {
    shell.pipeStatus = [shell.status];
    checkErrexit(shell);
  }
  return shell.status;
}

/** Under `set -e` the commands within compound ones have been looked at already. */
function isChecked(node: CommandNode): boolean {
  if (node.type === 'Redirected') return isChecked(node.command);
  return ['Command', 'Subshell', 'TestCommand', 'ArithmeticCommand'].includes(node.type);
}

function checkErrexit(shell: Shell): void {
  if (shell.status !== 0 && shell.tested === 0 && shell.options.has('errexit')) throw new Exit(shell.status);
}

function* runCommand(shell: Shell, node: CommandNode): Steps {
  switch (node.type) {
    case 'Command':
      return yield* runSimpleCommand(shell, node, { isLast: false });
    case 'Redirected':
      return yield* withRedirections(shell, node.redirects, () => runCommand(shell, node.command));
    case 'BraceGroup':
      return yield* runList(shell, node.body);
    case 'Subshell': {
      const program: Program = (process) => runSubshell(shell, process, (sub) => runList(sub, node.body));
      return yield* untilForegroundEnded(shell, spawnSubshell(shell, program));
    }
    case 'If':
      return yield* runIf(shell, node);
    case 'For':
      return yield* runFor(shell, node);
    case 'ArithmeticFor':
      return yield* runArithmeticFor(shell, node);
    case 'While':
      return yield* runWhile(shell, node);
    case 'Case':
      return yield* runCase(shell, node);
    case 'TestCommand':
      return yield* runTest(shell, node.expression);
    case 'ArithmeticCommand':
      return (yield* evaluateArithmetic(shell, node.expression, node.body)) !== 0 ? 0 : 1;
    case 'Function':
      shell.functions.set(node.name.value, { node, source: shell.source });
      return 0;
    case 'Select':
      throw new ShellError('select is not supported; use read', { code: 2 });
    case 'Coproc':
      throw new ShellError('coproc is not supported; use a pipe or &', { code: 2 });
  }
}
