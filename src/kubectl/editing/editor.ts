// The editor that KUBE_EDITOR or EDITOR names, run on a file. It is a program of the learner's machine: a script, or one
// that shows the file and waits for the learner. Without a name it is vi, which needs somebody to sit there.
import type { Program, Wait } from '../../sim/index.ts';
import type { Context } from '../command.ts';
import { usageError } from '../command.ts';

const fallback = 'vi';

/** Returns when the editor is done with the file. Throws `CommandError` where it fails or is not there. */
export function* runEditor({ process }: Context, path: string): Generator<Wait, void, void> {
  const { host, env, cwd, stdin, stdout, stderr, isInteractive } = process;
  const named = env.get('KUBE_EDITOR') || env.get('EDITOR');
  const { words, argv } = wordsOf(named || fallback, env.get('SHELL') || '/bin/bash', path);
  const program = named || isInteractive ? lookUp(process, argv[0] ?? '') : undefined;
  const quoted = JSON.stringify(words.join(' '));
  if (!program) {
    if ((argv[0] ?? '').includes('/')) throw usageError(`there was a problem with the editor ${quoted}`);
    throw usageError(`unable to launch the editor ${quoted}${named ? '' : hint}`);
  }
  const child = host.spawn(program, { argv, env, cwd, stdin, stdout, stderr, isInteractive });
  while (child.exitCode() === undefined) yield { ready: () => child.exitCode() !== undefined };
  if (child.exitCode() !== 0) throw usageError(`there was a problem with the editor ${quoted}`);
}

/** Not kubectl's words. */
const hint =
  ': set KUBE_EDITOR to a command that changes a file, such as KUBE_EDITOR="sed -i s/old/new/" kubectl edit …';

interface EditorWords {
  /** As messages show them. */
  readonly words: readonly string[];
  readonly argv: readonly string[];
}

/** Words with quotes or backslashes in them are a shell's to take apart. */
function wordsOf(editor: string, shell: string, path: string): EditorWords {
  if (!/["'\\]/.test(editor) || !editor.includes(' ')) {
    const words = editor.split(' ');
    return { words, argv: [...words, path] };
  }
  return { words: [shell, '-c', editor], argv: [shell, '-c', `${editor} ${JSON.stringify(path)}`] };
}

function lookUp({ host, env, cwd }: Context['process'], name: string): Program | undefined {
  const names = name === '/bin/bash' ? [name, 'bash', 'sh'] : [name];
  return names.map((it) => host.lookup(it, env, cwd)).find((found) => typeof found === 'function');
}
