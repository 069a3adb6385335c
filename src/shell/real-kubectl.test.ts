// Commands that ask no cluster beside a real kubectl, where there is one on the machine: both must print the same, and exit alike.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSession } from './session.ts';

const commands = readFileSync(new URL('testdata/offline-commands.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '');

const AT_ONCE = 4;

interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null | undefined;
}

/** Before 1.34 what has no creation time said so. */
function withoutNoTime(text: string): string {
  const kept = text.split('\n').filter((line) => !/^\s*"?creationTimestamp"?: null,?$/.test(line));
  return kept
    .join('\n')
    .replace(/,(\n\s*\})/g, '$1')
    .replace(/metadata:\n( *)(?! *(?:name|labels|namespace|annotations):)/g, 'metadata: {}\n$1')
    .replace(/"metadata": \{\n *\}/g, '"metadata": {}');
}

function realAnswer(command: string, home: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH ?? '', HOME: home, KUBECONFIG: join(home, 'none') };
    const child = spawn('sh', ['-c', command], { cwd: home, env });
    const [stdout, stderr]: Buffer[][] = [[], []];
    child.stdout.on('data', (part) => stdout?.push(part));
    child.stderr.on('data', (part) => stderr?.push(part));
    child.on('error', reject);
    child.on('close', (exitCode) => {
      const text = (parts: Buffer[] = []) => Buffer.concat(parts).toString('utf8');
      resolve({ stdout: withoutNoTime(text(stdout)), stderr: text(stderr), exitCode });
    });
  });
}

const session = createSession({ seed: 1 });

function ourAnswer(line: string): Answer {
  const execution = session.perform({ do: 'run', line });
  session.terminal.finish();
  const text = (stream: 'stdout' | 'stderr') =>
    execution?.output.flatMap((part) => (part.stream === stream ? part.text : [])).join('') ?? '';
  return { stdout: text('stdout'), stderr: text('stderr'), exitCode: execution?.exitCode() };
}

const version = /v1\.\d+/.exec(
  spawnSync('kubectl', ['version', '--client'], { encoding: 'utf8' }).stdout ?? '',
)?.[0];

if (version === undefined) {
  process.stderr.write(
    'SKIPPED: there is no kubectl on this machine: what it prints was not compared with ours\n',
  );
}

describe.skipIf(version === undefined)(
  `without a cluster, a real kubectl (${version}) prints the same`,
  () => {
    const answers = new Map<string, Answer>();
    let home = '';

    beforeAll(async () => {
      home = mkdtempSync(join(tmpdir(), 'petset-kubectl-'));
      const waiting = [...commands];
      const work = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          answers.set(next, await realAnswer(next, home));
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    }, 120_000);

    afterAll(() => rmSync(home, { recursive: true, force: true }));

    test('there are commands', () => {
      expect(commands.length).toBeGreaterThan(50);
    });

    test.each(commands)('%s', (command) => {
      expect(ourAnswer(command)).toEqual(answers.get(command));
    });
  },
);
