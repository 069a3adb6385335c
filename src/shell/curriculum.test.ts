// Plays the transcripts of the curriculum: what a reader of the course types, and sees today.
// `npx vitest run src/shell/curriculum -u` writes down what is printed now.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { rows, wordsOnly } from '../sim/testing/curriculum/rows.ts';
import { playTranscript } from './testing/transcript.ts';

const folder = fileURLToPath(new URL('../sim/testing/curriculum/', import.meta.url));
const transcripts = readdirSync(folder).filter((name) => name.endsWith('.console'));
const ids = transcripts.map((name) => name.replace(/\.console$/, ''));
const curriculum = fileURLToPath(new URL('../../../shared/curriculum.yaml', import.meta.url));

describe('the curriculum', () => {
  test('every row is played by a transcript, or is one of ideas only', () => {
    expect([Object.keys(rows).length, wordsOnly.length]).toEqual([138, 138 - transcripts.length]);
    expect([...ids, ...wordsOnly].sort()).toEqual(Object.keys(rows).sort());
  });

  test.runIf(existsSync(curriculum))('the rows are those of the course', () => {
    const given = load(readFileSync(curriculum, 'utf8')) as { id: string; kind: string }[];
    expect(rows).toEqual(Object.fromEntries(given.map(({ id, kind }) => [id, kind])));
  });
});

describe('a reader sees', () => {
  test.each(transcripts)('%s', async (name) => {
    const played = playTranscript(readFileSync(folder + name, 'utf8'), { seed: 'curriculum' });
    await expect(played).toMatchFileSnapshot(folder + name);
    // What the course must teach has to happen here.
    expect(played).not.toContain('petset does not simulate');
  });
});
