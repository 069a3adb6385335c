/** Services, each with how many pods stand behind it; pointed at, it lights them up. */
import type { JSX } from 'preact';
import type { ServiceView } from './frame.ts';
import type { Pointing } from './pointing.ts';
import { pointable } from './pointing.ts';
import type { WhyAbout } from './why/view.ts';
import type { Words } from './words.ts';
import { fill } from './words.ts';

interface Props {
  readonly services: readonly ServiceView[];
  readonly words: Words;
  readonly pointing: Pointing;
  choose(about: WhyAbout): void;
}

export function Services({ services, words, pointing, choose }: Props): JSX.Element | null {
  if (services.length === 0) return null;
  return (
    <ul class="lab-services" aria-label={words.services}>
      {services.map(({ uid, namespace, name, type, ready, unready }) => {
        const anchor = `service:${namespace}/${name}`;
        const all = ready.length + unready.length;
        return (
          <li key={uid} data-move={uid}>
            <button
              type="button"
              class="lab-service"
              data-anchor={anchor}
              data-lit={pointing.at === anchor}
              data-empty={ready.length === 0}
              onClick={() => choose({ kind: 'Service', namespace, name })}
              {...pointable(pointing, anchor)}
            >
              <Signpost />
              <span class="lab-claim-name">{name}</span>
              <span class="lab-claim-state">
                {type} · {all === 0 ? words.noEndpoints : fill(words.endpoints, { ready: ready.length, all })}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** One way in, several ways out. */
function Signpost(): JSX.Element {
  return (
    <svg class="lab-disk" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <circle cx="3" cy="8" r="1.8" class="line" />
      <circle cx="13" cy="3" r="1.8" class="line" />
      <circle cx="13" cy="13" r="1.8" class="line" />
      <path d="M4.8 7.2L11.2 3.9M4.8 8.8l6.4 3.3" class="line" />
    </svg>
  );
}
