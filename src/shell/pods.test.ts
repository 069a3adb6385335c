// Plays transcripts of what goes on inside pods: environment, volumes, signals, exit codes, probes, logs.
// `npx vitest run src/shell/pods -u` writes down what is printed now.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { playTranscript } from './testing/transcript.ts';

const folder = fileURLToPath(new URL('./testdata/pods/', import.meta.url));
const transcripts = readdirSync(folder).filter((name) => name.endsWith('.console'));

describe('inside pods', () => {
  test('there are transcripts', () => {
    expect(transcripts.length).toBeGreaterThan(5);
  });

  test.each(transcripts)('%s', async (name) => {
    const played = playTranscript(readFileSync(folder + name, 'utf8'), { seed: 'pods' });
    await expect(played).toMatchFileSnapshot(folder + name);
  });
});
