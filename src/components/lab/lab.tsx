/** A cluster to play with: picture, time, editor and terminal of one and the same session. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { AskTwice } from '../keeping/ask-twice.tsx';
import { Notices } from '../keeping/notices.tsx';
import type { Shelf } from '../keeping/shelf.ts';
import { shelfFor } from '../keeping/shelf.ts';
import { useAnnouncement } from './announcement.ts';
import { Editor } from './editor.tsx';
import type { LabSetup } from './lab-state.ts';
import { takeRuns } from './runs.ts';
import { scrollToLab } from './scroll-to-lab.ts';
import type { Shared } from './shared.ts';
import { useShared, useShelf } from './shared.ts';
import { ShareButton, SharedNotice } from './sharing.tsx';
import { Terminal } from './terminal.tsx';
import { TimeControls } from './time-controls.tsx';
import { Scrubber } from './timeline/scrubber.tsx';
import { useAxis } from './timeline/use-axis.ts';
import type { Lab } from './use-lab.ts';
import { useLab } from './use-lab.ts';
import { useLate } from './use-late.ts';
import { Views } from './views.tsx';
import type { WhyAbout } from './why/view.ts';
import type { Words } from './words.ts';
import { named } from './words.ts';

export interface LabProps extends LabSetup {
  /** Names the lab on its page, and its work in storage. */
  readonly id: string;
  /** The site's base path. */
  readonly base: string;
  readonly words: Words;
}

/** The island of `<Lab>`. */
export function LabIsland(props: LabProps): JSX.Element {
  const { id, base, seed, nodes, files, startScript, settleMs, words } = props;
  const own = useMemo(() => shelfFor(base, `lab:${id}`, 1), [base, id]);
  const shared = useShared(id, seed);
  const shelf = useShelf(own, shared.log);
  const setup = useMemo(() => ({ seed, nodes, files, startScript, settleMs }), []);
  const lab = useLab(setup, shelf);
  const back = useRuns(id, lab);
  return <LabFrame id={id} lab={lab} words={words} back={back} shared={shared} shelf={shelf} />;
}

/**
 * Takes the commands that buttons in the text ask to run here. Gives the way back to the text, where the reader was
 * taken away from it.
 */
export function useRuns(id: string, lab: Lab): (() => void) | undefined {
  const [from, setFrom] = useState<Element>();
  const run = useRef(lab.run);
  run.current = lab.run;
  useEffect(
    () =>
      takeRuns(id, ({ lines, from }) => {
        for (const line of lines) run.current(line);
        const frame = document.getElementById(`lab-${id}`);
        if (frame && scrollToLab(frame)) setFrom(from);
      }),
    [id],
  );
  if (!from) return undefined;
  return () => {
    from.scrollIntoView({ block: 'center', behavior: 'instant' });
    from.querySelector('button')?.focus({ preventScroll: true });
    setFrom(undefined);
  };
}

const loadOpenedFile = async () => (await import('./opened-file.tsx')).OpenedFile;

interface FrameProps {
  readonly id: string;
  readonly lab: Lab;
  readonly words: Words;
  /** Takes the reader back to the text that ran something here. */
  readonly back: (() => void) | undefined;
  readonly shared: Shared;
  readonly shelf: Shelf;
  /** Its name among those of the page; '' where it needs none. */
  readonly title?: string;
}

/** What a lab looks like, whoever owns its session. */
export function LabFrame({ id, lab, words, back, shared, shelf, title = '' }: FrameProps): JSX.Element {
  const said = useAnnouncement(lab.picture, words.deleted);
  const axis = useAxis(lab);
  const [about, choose] = useState<WhyAbout>();
  const hasFiles = lab.files.size > 0;
  const OpenedFile = useLate(loadOpenedFile, lab.editing !== undefined);
  const touch = (): void => {
    if (lab.phase === 'idle') lab.start();
  };
  return (
    <section class="lab" id={`lab-${id}`} data-phase={lab.phase} aria-label={named(words.lab, title)}>
      <div class="lab-top">
        <TimeControls lab={lab} momentsMs={axis.chronicle.momentsMs} words={words} />
        <ShareButton id={id} lab={lab} words={words} />
        <AskTwice
          label={words.reset}
          sure={words.resetSure}
          class="lab-quiet lab-reset"
          disabled={lab.phase === 'idle'}
          act={() => lab.reset()}
        />
      </div>
      <SharedNotice shared={shared} words={words} />
      <Notices lab={lab} shelf={shelf} words={words} />
      <Scrubber lab={lab} axis={axis} words={words} />
      <Views lab={lab} axis={axis} words={words} title={title} about={about} choose={choose} />
      {/* Whatever the reader does with editor or terminal first is what starts the cluster. */}
      <div
        class="lab-hands"
        data-files={hasFiles || lab.editing !== undefined}
        onPointerDown={touch}
        onFocusCapture={touch}
      >
        {lab.editing && OpenedFile ? (
          <OpenedFile key={lab.editing.path} file={lab.editing} lab={lab} words={words} />
        ) : (
          hasFiles && <Editor lab={lab} words={words} id={`lab-${id}`} title={title} />
        )}
        <Terminal lab={lab} words={words} back={back} title={title} choose={choose} />
      </div>
      <p class="sr-only" role="status">
        {lab.clock.isNothingDue ? words.nothingDue : said}
      </p>
      {lab.phase === 'stopped' && (
        <p class="lab-trouble" role="alert">
          <strong>{words.stopped}</strong> {lab.trouble}
        </p>
      )}
      {lab.isForgetful && <p class="lab-trouble">{words.forgetful}</p>}
    </section>
  );
}
