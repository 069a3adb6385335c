// vi, vim, nano: the names of editors. All of them are the one that the learner has beside the terminal.
import type { Program } from '../../sim/index.ts';
import type { Desk } from '../desk.ts';
import { pathOf, program, UsageError } from './program.ts';

const NAMES = ['vi', 'vim', 'nano', 'edit'];

/** The editors of a machine, by name. Each puts a file on the desk and waits until it is given back. */
export function editorPrograms(desk: Desk): ReadonlyMap<string, Program> {
  const editor = editorAt(desk);
  return new Map(NAMES.map((name) => [name, editor]));
}

function editorAt(desk: Desk): Program {
  return program(function* (process, args) {
    // What editors are asked for beside files (`nano -w`, `vi +3`) means nothing to this one.
    const [operand, ...more] = args.filter((arg) => !/^[-+]./.test(arg));
    if (operand === undefined || more.length > 0) throw new UsageError('name one file to edit');
    if (!process.isInteractive) {
      throw new UsageError('nobody is there to edit: change files with sed, or write them with cat <<EOF');
    }
    const { files } = process.host;
    const path = pathOf(process, operand);
    const text = files.stat(path) === undefined ? '' : files.read(path);
    const isRunning = () => process.host.processes?.().some(({ pid }) => pid === process.pid) ?? true;
    desk.put({ path, text }, isRunning);
    while (desk.open?.path === path) yield { ready: () => desk.open?.path !== path };
    const saved = desk.takeSaved();
    if (saved !== undefined) files.write(path, saved);
    return 0;
  });
}
