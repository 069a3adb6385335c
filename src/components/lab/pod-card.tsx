/** One pod of the picture: name, state, readiness, restarts and its containers. */
import type { JSX } from 'preact';
import type { PodView } from './frame.ts';
import { Glyph } from './glyph.tsx';
import type { Pointing } from './pointing.ts';
import { podName, pointable } from './pointing.ts';
import type { Words } from './words.ts';
import { fill } from './words.ts';

interface Props {
  readonly pod: PodView;
  readonly words: Words;
  readonly pointing: Pointing;
  readonly isLit: boolean;
  /** Why the selector that is typed misses it. */
  readonly missed: string | undefined;
  readonly isGone: boolean;
  readonly isChosen: boolean;
  choose(): void;
}

export function PodCard(props: Props): JSX.Element {
  const { pod, words, pointing, isLit, missed, isGone, isChosen, choose } = props;
  return (
    <li class="lab-pod-place" data-move={pod.uid} data-gone={isGone} aria-hidden={isGone}>
      <button
        type="button"
        class="lab-pod"
        data-anchor={isGone ? undefined : podName(pod)}
        data-tone={pod.tone}
        data-lit={isLit}
        aria-expanded={isChosen}
        disabled={isGone}
        onClick={choose}
        {...pointable(pointing, podName(pod))}
      >
        <span class="lab-pod-name">{pod.name}</span>
        <span class="lab-pod-state">
          <Glyph tone={pod.tone} />
          {isGone ? words.deleted : pod.status}
        </span>
        {missed === undefined ? (
          <span class="lab-pod-facts">
            <span>{fill(words.ready, { ready: pod.ready })}</span>
            {pod.restarts > 0 && <span>{fill(words.restarts, { count: pod.restarts })}</span>}
            <span class="lab-containers" aria-hidden="true">
              {pod.containers.map((container) => (
                <i key={container.name} data-tone={container.tone} data-ready={container.isReady} />
              ))}
            </span>
          </span>
        ) : (
          <span class="lab-pod-facts lab-pod-missed">{missed}</span>
        )}
      </button>
    </li>
  );
}
