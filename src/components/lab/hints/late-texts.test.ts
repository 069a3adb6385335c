import { describe, expect, test } from 'vitest';
import type { Request } from '../protocol.ts';
import { LateTexts } from './late-texts.ts';

const OPEN = { do: 'open', seed: 1, nodes: 1, files: [], startScript: '', settleMs: 0 } as const;

describe('the texts of kubectl explain', () => {
  test.each<[string, Request, boolean]>([
    ['a command that explains', { do: 'run', line: 'kubectl explain pod' }, true],
    ['another command', { do: 'run', line: 'kubectl get pods' }, false],
    ['a file with a script that explains', { do: 'write', path: 'a.sh', text: 'kubectl explain pod' }, true],
    [
      'a log in which it was explained',
      { ...OPEN, log: { seed: 1, entries: [{ do: 'run', line: 'kubectl explain sts' }] } },
      true,
    ],
    ['a fresh cluster', OPEN, false],
    ['a manifest to look at', { do: 'check', id: 1, text: 'explain: it' }, false],
  ])('%s', async (_, request, isWanted) => {
    const texts = new LateTexts();
    expect(texts.of('Pod')).toBeUndefined();
    expect(texts.isMissingFor(request)).toBe(isWanted);
    await texts.load();
    expect(texts.of('Pod')).toContain('containers');
    expect(texts.isMissingFor(request)).toBe(false);
  });
});
