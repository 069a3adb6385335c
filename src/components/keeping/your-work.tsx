/** Everything that is kept, one line each; and all of it as one file, out and in. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { WorkWord } from '../../course/lab-words.ts';
import { fill } from '../lab/words.ts';
import { AskTwice } from './ask-twice.tsx';
import { download } from './download.ts';
import { FileButton } from './file-button.tsx';
import type { Kept } from './record.ts';
import type { Everything, Stored } from './stored.ts';
import { eraseEverything, eraseOne, everythingIn } from './stored.ts';
import { FaultyFile, NotOurs } from './work-file.ts';

type WorkWords = Readonly<Record<WorkWord, string>>;

interface PageAbout {
  readonly id: string;
  readonly title: string;
  /** Of the lesson that sets it. */
  readonly lesson?: string;
  readonly href: string;
}

export interface YourWorkProps {
  readonly exercises: readonly PageAbout[];
  readonly labs: readonly PageAbout[];
  readonly base: string;
  readonly words: WorkWords;
}

const NOTHING: Everything = { records: [], unreadable: [] };
const ARCHIVE = 'petset-work.zip';

export function YourWorkIsland({ exercises, labs, base, words }: YourWorkProps): JSX.Element {
  const [{ records, unreadable }, setAll] = useState(NOTHING);
  const [notice, setNotice] = useState('');
  const look = (): void => setAll(everythingIn(base));
  useEffect(() => {
    look();
    addEventListener('storage', look);
    return () => removeEventListener('storage', look);
  }, []);
  const save = async (): Promise<void> => {
    const { packed } = await import('./work-archive.ts');
    download(ARCHIVE, packed(everythingIn(base).records));
  };
  const load = async (file: File): Promise<void> => {
    try {
      const { takeIn, unpacked } = await import('./work-archive.ts');
      const works = unpacked(file.name, new Uint8Array(await file.arrayBuffer()));
      const isKept = takeIn(base, works);
      // Other parts of this page look again, as they would after another page's change.
      dispatchEvent(new StorageEvent('storage'));
      setNotice(isKept ? fill(words.imported, { count: works.length }) : words.full);
    } catch (error) {
      setNotice(fill(words.refused, { reason: reasonOf(error, words) }));
    }
  };
  const erase = (act: () => void): void => {
    act();
    setNotice(words.erased);
    dispatchEvent(new StorageEvent('storage'));
  };
  const isEmpty = records.length === 0 && unreadable.length === 0;
  return (
    <section aria-labelledby="work-title">
      <h2 id="work-title">{words.title}</h2>
      {isEmpty && <p>{words.nothing}</p>}
      <ul class="work-list">
        {inOrder(records, [...exercises, ...labs]).map((record) => (
          <Line
            key={record.key}
            record={record}
            page={(record.about.kind === 'lab' ? labs : exercises).find(({ id }) => id === record.about.id)}
            words={words}
            erase={() => erase(() => eraseOne(base, record.about))}
          />
        ))}
        {unreadable.map(({ key, fault }) => (
          <li key={key}>
            <strong>{key.split(':').slice(-3).join(' ')}</strong>
            <span>{fill(words.fault, { ...fault, path: fault.path || 'JSON' })}</span>
          </li>
        ))}
      </ul>
      <div class="exercise-actions">
        <button type="button" disabled={records.length === 0} onClick={save}>
          {words.exportAll}
        </button>
        <FileButton
          label={words.importAll}
          accept=".zip,.json,application/zip,application/json"
          take={load}
        />
        <AskTwice
          label={words.eraseAll}
          sure={words.eraseAllSure}
          disabled={isEmpty}
          act={() => erase(() => eraseEverything(base))}
        />
        <p role="status">{notice}</p>
      </div>
    </section>
  );
}

interface LineProps {
  readonly record: Stored;
  readonly page: PageAbout | undefined;
  readonly words: WorkWords;
  erase(): void;
}

function Line({ record, page, words, erase }: LineProps): JSX.Element {
  const { about, kept } = record;
  const title =
    about.kind === 'lab' ? fill(words.labOf, { lesson: page?.title ?? about.id }) : (page?.title ?? about.id);
  const facts = [
    page?.lesson ?? '',
    ...factsOf(kept, words),
    fill(words.revision, { revision: about.revision }),
  ];
  return (
    <li>
      {page ? <a href={page.href}>{title}</a> : <strong>{title}</strong>}
      <span>{facts.filter((fact) => fact !== '').join(' · ')}</span>
      <AskTwice label={words.erase} sure={words.eraseSure} act={erase} />
    </li>
  );
}

function factsOf({ submitted, questions, work }: Kept, words: WorkWords): string[] {
  const facts: string[] = [];
  if (submitted) {
    const points = pointsOf(submitted.report);
    if (points) facts.push(fill(words.points, points));
    facts.push(fill(words.attempts, { count: submitted.attempts }));
  }
  if (questions) {
    const attempts = Object.values(questions).flatMap(({ attempt }) => attempt ?? []);
    const right = attempts.filter(({ isRight }) => isRight).length;
    facts.push(fill(words.answered, { right, of: attempts.length }));
  }
  if (work && !submitted) {
    const commands = work.log?.entries.filter((entry) => entry.do === 'run').length ?? 0;
    facts.push(fill(words.commands, { count: commands }));
  }
  return facts;
}

/** Of a report from storage only two numbers are wanted. */
function pointsOf(report: string): { readonly points: number; readonly of: number } | undefined {
  try {
    const { points, of } = JSON.parse(report) as { readonly points?: unknown; readonly of?: unknown };
    return typeof points === 'number' && typeof of === 'number' ? { points, of } : undefined;
  } catch {
    return undefined;
  }
}

/** As the course has them; what it does not have comes last. */
function inOrder(records: readonly Stored[], pages: readonly PageAbout[]): readonly Stored[] {
  const place = ({ about }: Stored): number => {
    const at = pages.findIndex(({ id }) => id === about.id);
    return at < 0 ? pages.length : at;
  };
  return [...records].sort((a, b) => place(a) - place(b));
}

/** Why a file cannot be taken, in the page's language. */
function reasonOf(error: unknown, words: WorkWords): string {
  if (error instanceof NotOurs) return words.notOurs;
  if (error instanceof FaultyFile) {
    const { file, fault } = error;
    return `${file}: ${fill(words.fault, { ...fault, path: fault.path || 'JSON' })}`;
  }
  return error instanceof Error ? error.message : String(error);
}
