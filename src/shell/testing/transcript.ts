// Plays a transcript: each command of a .console file in one session, with what a terminal shows under it.
import type { SessionOptions } from '../session.ts';
import { createSession } from '../session.ts';

/**
 * The commands of a transcript: lines after `$ `, with those after `> ` that go on with them. A `> ` further down, where output has
 * begun, is output.
 */
export function commandsOf(transcript: string): readonly string[] {
  const commands: string[] = [];
  let isCommand = false;
  for (const line of transcript.split('\n')) {
    if (line.startsWith('$ ')) commands.push(line.slice(2));
    else if (isCommand && line.startsWith('> ')) commands.push(`${commands.pop() ?? ''}\n${line.slice(2)}`);
    isCommand = line.startsWith('$ ') || (isCommand && line.startsWith('> '));
  }
  return commands;
}

/** What the transcript reads like today, with `[exit N]` after a command that fails. */
export function playTranscript(transcript: string, options: Omit<SessionOptions, 'freeze'>): string {
  const session = createSession({ ...options, freeze: true });
  return commandsOf(transcript)
    .map((command) => {
      const execution = session.perform({ do: 'run', line: command });
      session.terminal.finish();
      const output = execution?.output.map(({ text }) => text).join('') ?? '';
      const end = output === '' || output.endsWith('\n') ? '' : '\n';
      const code = execution?.exitCode();
      return `$ ${command.replaceAll('\n', '\n> ')}\n${output}${end}${code === 0 ? '' : `[exit ${code}]\n`}`;
    })
    .join('');
}
