/** The learner's own work as a file: out, in, and gone. */
import type { JSX } from 'preact';
import { AskTwice } from '../keeping/ask-twice.tsx';
import { download } from '../keeping/download.ts';
import { FileButton } from '../keeping/file-button.tsx';
import type { Shelf } from '../keeping/shelf.ts';
import { withResults } from '../keeping/together.ts';
import type { About } from '../keeping/work-file.ts';
import { FaultyFile, NotOurs, readWork, writeWork } from '../keeping/work-file.ts';
import type { Lab } from '../lab/use-lab.ts';
import { fill } from '../lab/words.ts';
import type { ExerciseWords } from './report.tsx';
import type { Outcome } from './submitted.ts';

interface Props {
  readonly about: About;
  readonly lab: Lab;
  readonly shelf: Shelf;
  readonly outcome: Outcome;
  readonly words: ExerciseWords;
  say(notice: string): void;
}

export function OwnFile({ about, lab, shelf, outcome, words, say }: Props): JSX.Element {
  const { submitted, refresh } = outcome;
  const save = async (): Promise<void> => {
    const log = await lab.log().catch(() => undefined);
    const { work = { seen: {} }, ...kept } = shelf.read();
    const now = { ...kept, ...(submitted ? { submitted } : {}), work: { ...work, ...(log ? { log } : {}) } };
    download(`${about.id}.json`, writeWork(about, now));
  };
  const load = async (file: File): Promise<void> => {
    try {
      const { about: other, kept } = readWork(await file.text(), file.name);
      if (other.kind !== about.kind || other.id !== about.id) {
        say(refused(fill(words.importOther, { exercise: other.id }), words));
        return;
      }
      await lab.bring(kept.work ?? {});
      shelf.write((here) => withResults(here, kept));
      refresh();
      say(words.imported);
    } catch (error) {
      say(refused(reasonOf(error, words), words));
    }
  };
  const erase = (): void => {
    lab.erase();
    refresh();
    say(words.erased);
  };
  return (
    <>
      <button type="button" onClick={save}>
        {words.export}
      </button>
      <FileButton label={words.import} accept=".json,application/json" take={load} />
      <AskTwice label={words.erase} sure={words.eraseSure} act={erase} />
    </>
  );
}

function refused(reason: string, words: ExerciseWords): string {
  return fill(words.importRefused, { reason });
}

/** Why a file cannot be taken, in the page's language. */
function reasonOf(error: unknown, words: ExerciseWords): string {
  if (error instanceof NotOurs) return words.importNotOurs;
  if (error instanceof FaultyFile) {
    const { line, column, path } = error.fault;
    return fill(words.importFault, { line, column, path: path || 'JSON' });
  }
  return error instanceof Error ? error.message : String(error);
}
