// Plays kubectl's transcripts: each command of a .console file in one session, after which the file must read the same.
// `npx vitest run src/shell/kubectl -u` writes down what is printed now.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { englishTexts } from '../kubectl/field-texts/en/index.ts';
import { createSession } from './session.ts';

const folder = fileURLToPath(new URL('../kubectl/testdata/', import.meta.url));
const names = readdirSync(folder).sort();
const files = new Map(
  names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readFileSync(folder + name, 'utf8')] as const),
);
const transcripts = names.filter((name) => name.endsWith('.console'));

describe('kubectl prints', () => {
  test('there are transcripts', () => {
    expect(transcripts.length).toBeGreaterThan(10);
  });

  test.each(transcripts)('%s', async (name) => {
    const commands = commandsOf(readFileSync(folder + name, 'utf8'));
    await expect(play(commands)).toMatchFileSnapshot(folder + name);
  });
});

/** The commands of a transcript: lines after `$ `, with those after `> ` that go on with them. */
function commandsOf(transcript: string): readonly string[] {
  const commands: string[] = [];
  for (const line of transcript.split('\n')) {
    if (line.startsWith('$ ')) commands.push(line.slice(2));
    else if (line.startsWith('> ')) commands.push(`${commands.pop() ?? ''}\n${line.slice(2)}`);
  }
  return commands;
}

/** What a terminal shows, with `[exit N]` after a command that fails. */
function play(commands: readonly string[]): string {
  const session = createSession({ seed: 'kubectl', files, freeze: true, fieldTexts: englishTexts });
  return commands
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
