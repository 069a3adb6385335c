/** What can be seen of the cluster: as it is now, and through time. Both where there is room, one at a time elsewhere. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Picture } from './picture.tsx';
import './details.css';
import './timeline/timeline.css';
import type { Axis } from './timeline/use-axis.ts';
import type { Lab } from './use-lab.ts';
import { useLate } from './use-late.ts';
import type { WhyAbout } from './why/view.ts';
import type { Words } from './words.ts';

interface Props {
  readonly lab: Lab;
  readonly axis: Axis;
  readonly words: Words;
  readonly title: string;
  /** What is looked at closely. */
  readonly about: WhyAbout | undefined;
  choose(about: WhyAbout | undefined): void;
}

const loadTimeline = async () => (await import('./timeline/timeline.tsx')).Timeline;
const loadDetails = async () => (await import('./details.tsx')).Details;

const VIEWS = ['picture', 'timeline'] as const;

export function Views({ lab, axis, words, title, about, choose }: Props): JSX.Element {
  const [shown, show] = useState<(typeof VIEWS)[number]>('picture');
  // A cluster that begins again holds nothing of what was looked at.
  const isIdle = lab.phase === 'idle' || lab.phase === 'starting';
  useEffect(() => {
    if (isIdle) choose(undefined);
  }, [isIdle, choose]);
  const Timeline = useLate(loadTimeline, lab.phase !== 'idle');
  const Details = useLate(loadDetails, about !== undefined);
  return (
    <div class="lab-views" data-shown={shown}>
      <fieldset class="lab-views-choice" aria-label={words.views}>
        {VIEWS.map((view) => (
          <button key={view} type="button" aria-pressed={shown === view} onClick={() => show(view)}>
            {words[view]}
          </button>
        ))}
      </fieldset>
      <Picture lab={lab} words={words} chosen={about && 'uid' in about ? about.uid : ''} choose={choose} />
      {Timeline ? (
        <Timeline lab={lab} axis={axis} words={words} title={title} choose={choose} />
      ) : (
        <div class="lab-timeline" />
      )}
      {about && Details && !isIdle && (
        <Details lab={lab} about={about} words={words} choose={choose} close={() => choose(undefined)} />
      )}
    </div>
  );
}
