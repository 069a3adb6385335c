/** What there is to say of what is kept: another revision's work, another page's, or something that cannot be read. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Lab } from '../lab/use-lab.ts';
import type { Words } from '../lab/words.ts';
import { fill } from '../lab/words.ts';
import type { Fault, Shelf } from './shelf.ts';

interface Props {
  readonly shelf: Shelf;
  readonly words: Words;
}

export function Notices({ lab, shelf, words }: Props & { readonly lab: Lab }): JSX.Element {
  const isBusy = lab.phase === 'starting';
  return (
    <>
      <FaultNotice fault={lab.fault} words={words} />
      <OtherRevisions
        shelf={shelf}
        words={words}
        bring={(revision) => lab.bring({ ...shelf.readRevision(revision).work, seen: {} })}
      />
      {lab.elsewhere !== 'none' && (
        <p class="lab-note lab-elsewhere" role="status">
          {lab.elsewhere === 'later' ? words.elsewhereLater : words.elsewhereBeside}{' '}
          <button type="button" class="lab-quiet" disabled={isBusy} onClick={() => lab.takeOther()}>
            {lab.elsewhere === 'later' ? words.elsewhereGoOn : words.elsewhereShow}
          </button>{' '}
          {lab.elsewhere === 'beside' && (
            <button type="button" class="lab-quiet" disabled={isBusy} onClick={() => lab.dropOthers()}>
              {words.elsewhereDrop}
            </button>
          )}
        </p>
      )}
    </>
  );
}

export function FaultNotice(props: {
  readonly fault: Fault | undefined;
  readonly words: Words;
}): JSX.Element | null {
  const { fault, words } = props;
  if (!fault) return null;
  const { line, column, path } = fault;
  return <p class="lab-note">{fill(words.unread, { line, column, path: path || 'JSON' })}</p>;
}

/** Work on another revision is kept, and can be brought along where there is a cluster to bring it to. */
export function OtherRevisions(props: Props & { bring?(revision: string): void }): JSX.Element | null {
  const { shelf, words, bring } = props;
  const [revisions, setRevisions] = useState<readonly string[]>([]);
  const [isBrought, setBrought] = useState(false);
  useEffect(() => {
    const { work, questions } = shelf.read();
    // Whoever has begun anew knows.
    setRevisions(work || questions ? [] : shelf.otherRevisions());
  }, [shelf]);
  const last = [...revisions].sort((a, b) => Number(b) - Number(a))[0];
  if (last === undefined || isBrought) return null;
  return (
    <p class="lab-note">
      {fill(words.otherRevision, { revisions: revisions.join(', ') })}{' '}
      {bring && (
        <button
          type="button"
          class="lab-quiet"
          onClick={() => {
            bring(last);
            setBrought(true);
          }}
        >
          {words.bringRevision}
        </button>
      )}
    </p>
  );
}
