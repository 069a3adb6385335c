/** Volumes that no claim holds, with the claim that left them where there was one. */
import type { JSX } from 'preact';
import type { FreeVolumeView } from './frame.ts';
import { Disk } from './glyph.tsx';
import type { WhyAbout } from './why/view.ts';
import type { Words } from './words.ts';
import { fill } from './words.ts';

interface Props {
  readonly volumes: readonly FreeVolumeView[];
  readonly words: Words;
  choose(about: WhyAbout): void;
}

export function FreeVolumes({ volumes, words, choose }: Props): JSX.Element | null {
  if (volumes.length === 0) return null;
  return (
    <ul class="lab-volumes" aria-label={words.freeVolumes}>
      {volumes.map(({ uid, name, status, capacity, reclaimPolicy, claim }) => (
        <li key={uid} data-move={uid}>
          <button
            type="button"
            class="lab-volume"
            onClick={() => choose({ kind: 'PersistentVolume', namespace: '', name })}
          >
            <Disk />
            <span class="lab-claim-name" title={name}>
              {name}
            </span>
            <span class="lab-claim-state">
              {[status, capacity, reclaimPolicy].filter(Boolean).join(' · ')}
            </span>
            <span class="lab-claim-user">
              {claim === ''
                ? words.unclaimed
                : fill(status === 'Available' ? words.claimedAhead : words.claimedBefore, { claim })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
