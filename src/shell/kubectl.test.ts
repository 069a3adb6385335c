// Plays kubectl's transcripts: each command of a .console file in one session, after which the file must read the same.
// `npx vitest run src/shell/kubectl -u` writes down what is printed now.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { englishTexts } from '../kubectl/field-texts/en/index.ts';
import { playTranscript } from './testing/transcript.ts';

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
    const transcript = readFileSync(folder + name, 'utf8');
    const options = { seed: 'kubectl', files, fieldTexts: englishTexts };
    await expect(playTranscript(transcript, options)).toMatchFileSnapshot(folder + name);
  });
});
