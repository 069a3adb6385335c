import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OwnWork } from './own-work.ts';
import type { Shelf } from './shelf.ts';
import { shelfFor } from './shelf.ts';
import { eraseEverything, eraseOne, everythingIn } from './stored.ts';
import { takeIn } from './work-archive.ts';

/** A browser's storage with so much room. */
function storage(room: number) {
  const texts = new Map<string, string>();
  return {
    get length() {
      return texts.size;
    },
    key: (index: number) => [...texts.keys()][index] ?? null,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem(key: string, text: string) {
      const used = [...texts].reduce((sum, [it, value]) => sum + (it === key ? 0 : value.length), 0);
      if (used + text.length > room) throw new Error('QuotaExceededError');
      texts.set(key, text);
    },
    removeItem: (key: string) => texts.delete(key),
  };
}

beforeEach(() => vi.stubGlobal('localStorage', storage(100_000)));
afterEach(() => vi.unstubAllGlobals());

const shelf = (revision = 1): Shelf => shelfFor('/', 'exercise:x', revision);
const LOG = (...lines: readonly string[]) => ({
  seed: 1,
  entries: lines.map((line) => ({ do: 'run', line }) as const),
});

describe('a shelf', () => {
  test('keeps each revision by itself, and knows of the others', () => {
    shelf(1).write(() => ({ questions: { q: { turns: 1, misses: 0 } } }));
    expect(shelf(2).read()).toEqual({});
    expect(shelf(2).otherRevisions()).toEqual(['1']);
    expect(shelf(2).readRevision('1').questions).toEqual({ q: { turns: 1, misses: 0 } });
  });

  test('says where what it holds is wrong, and does not write over it', () => {
    const broken = '{"work":{"seen":{},"log":{"seed":1,"entries":[{"do":"format"}]}}}';
    localStorage.setItem('petset:/:v1:exercise:x:1', broken);
    expect(shelf().fault()).toEqual({ line: 1, column: 53, path: 'work.log.entries[0].do' });
    expect(shelf().read()).toEqual({});
    expect(shelf().write(() => ({}))).toBe(true);
    expect(shelf().fault()).toBeUndefined();
    expect(localStorage.getItem('petset:/:v1:exercise:x:1:unread')).toBe(broken);
    shelf().erase();
    expect(localStorage.length).toBe(0);
  });

  test('says that there is no room, and what was there stays', () => {
    shelf().write(() => ({ work: { log: LOG('one'), seen: {} } }));
    expect(shelf().write(() => ({ work: { log: LOG('x'.repeat(200_000)), seen: {} } }))).toBe(false);
    expect(shelf().read().work?.log).toEqual(LOG('one'));
  });

  test('goes on where storage is blocked', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(shelf().read()).toEqual({});
    expect(shelf().write((kept) => kept)).toBe(false);
    expect(shelf().otherRevisions()).toEqual([]);
    shelf().erase();
  });
});

describe('the work of a page', () => {
  test('is taken up by the next page, which takes its place', () => {
    const first = new OwnWork(shelf());
    first.heard(LOG('one'));
    first.save();
    const next = new OwnWork(shelf());
    expect(next.log).toEqual(LOG('one'));
    next.heard(LOG('one', 'two'));
    next.save();
    expect(shelf().read().aside).toBeUndefined();
    expect(first.elsewhere()).toBe('later');
    first.take();
    expect(first.log).toEqual(LOG('one', 'two'));
  });

  test('stays beside that of a page that does something else at the same time, and each can be taken', () => {
    const [a, b] = [new OwnWork(shelf()), new OwnWork(shelf())];
    a.heard(LOG('a'));
    a.save();
    b.heard(LOG('b'));
    b.save();
    expect(shelf().read().work?.log).toEqual(LOG('b'));
    expect(
      shelf()
        .read()
        .aside?.map(({ log }) => log),
    ).toEqual([LOG('a')]);
    expect([a.elsewhere(), b.elsewhere()]).toEqual(['beside', 'beside']);
    b.take();
    expect(b.log).toEqual(LOG('a'));
    expect(
      shelf()
        .read()
        .aside?.map(({ log }) => log),
    ).toEqual([LOG('b')]);
    b.dropOthers();
    expect(shelf().read().aside).toBeUndefined();
  });

  test('yields where only time has passed, and another page has gone on', () => {
    const first = new OwnWork(shelf());
    first.heard(LOG('one'));
    first.save();
    const next = new OwnWork(shelf());
    next.heard(LOG('one', 'two'));
    next.save();
    first.until(60_000);
    first.save();
    expect(shelf().read().work?.log?.entries).toHaveLength(2);
  });

  test('comes back where another page wrote over it without having seen it', () => {
    const mine = new OwnWork(shelf());
    mine.heard(LOG('mine'));
    mine.save();
    localStorage.setItem(
      'petset:/:v1:exercise:x:1',
      JSON.stringify({ work: { log: LOG('theirs'), seen: { other: 1 } } }),
    );
    mine.mend();
    const { work, aside } = shelf().read();
    expect([work?.log, aside?.[0]?.log]).toEqual([LOG('mine'), LOG('theirs')]);
  });

  test('that was erased is not written again because time passes', () => {
    const mine = new OwnWork(shelf());
    mine.heard(LOG('mine'));
    mine.save();
    shelf().erase();
    mine.until(9000);
    mine.save();
    expect(localStorage.length).toBe(0);
  });
});

describe('everything', () => {
  test('is listed, what cannot be read too, and erased: one, or all', () => {
    shelf(1).write(() => ({ submitted: { attempts: 1, report: '{}', hints: {} } }));
    shelf(2).write(() => ({}));
    shelfFor('/', 'lab:pods', 1).write(() => ({}));
    shelfFor('/other/', 'lab:pods', 1).write(() => ({}));
    localStorage.setItem('petset:/:v1:exercise:y:1', '{');
    localStorage.setItem('starlight-theme', 'dark');
    const { records, unreadable } = everythingIn('/');
    expect(records.map(({ about }) => [about.kind, about.id, about.revision])).toEqual([
      ['exercise', 'x', 1],
      ['exercise', 'x', 2],
      ['lab', 'pods', 1],
    ]);
    expect(unreadable.map(({ fault }) => fault.column)).toEqual([2]);
    eraseOne('/', { kind: 'exercise', id: 'x', revision: 2 });
    expect(everythingIn('/').records).toHaveLength(1);
    eraseEverything('/');
    expect(localStorage.length).toBe(2);
  });

  test('of an import for which there is no room, nothing stays', () => {
    shelf().write(() => ({ questions: { q: { turns: 1, misses: 0 } } }));
    const before = localStorage.getItem('petset:/:v1:exercise:x:1');
    const isKept = takeIn('/', [
      {
        about: { kind: 'exercise', id: 'x', revision: 1 },
        kept: { questions: { q: { turns: 9, misses: 0 } } },
      },
      {
        about: { kind: 'lab', id: 'pods', revision: 1 },
        kept: { work: { log: LOG('x'.repeat(200_000)), seen: {} } },
      },
    ]);
    expect(isKept).toBe(false);
    expect(localStorage.getItem('petset:/:v1:exercise:x:1')).toBe(before);
    expect(localStorage.length).toBe(1);
  });
});
