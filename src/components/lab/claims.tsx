/** Claims, each with who uses it and the volume it holds. */
import type { JSX } from 'preact';
import type { ClaimView, PodView } from './frame.ts';
import { Disk } from './glyph.tsx';
import type { Pointing } from './pointing.ts';
import { podName, pointable } from './pointing.ts';
import type { WhyAbout } from './why/view.ts';
import type { Words } from './words.ts';
import { fill } from './words.ts';

export function Claims(props: {
  readonly claims: readonly ClaimView[];
  readonly pods: readonly PodView[];
  readonly words: Words;
  readonly pointing: Pointing;
  choose(about: WhyAbout): void;
}): JSX.Element {
  const { claims, pods, words, pointing, choose } = props;
  return (
    <ul class="lab-claims" aria-label={words.claims}>
      {claims.map((claim) => {
        const name = `claim:${claim.namespace}/${claim.name}`;
        const users = pods.filter(
          (pod) => pod.namespace === claim.namespace && pod.claims.includes(claim.name),
        );
        const isLit = pointing.at === name || users.some((pod) => pointing.at === podName(pod));
        const user = users.map((pod) => pod.name).join(', ');
        return (
          <li key={claim.uid} data-move={claim.uid}>
            <button
              type="button"
              class="lab-claim"
              data-anchor={name}
              data-lit={isLit}
              data-used={users.length > 0}
              onClick={() =>
                choose({ kind: 'PersistentVolumeClaim', namespace: claim.namespace, name: claim.name })
              }
              {...pointable(pointing, name)}
            >
              <Disk />
              <span class="lab-claim-name">{claim.name}</span>
              <span class="lab-claim-state" title={claim.volume}>
                {[claim.status, claim.capacity, claim.volume].filter((part) => part !== '').join(' · ')}
              </span>
              <span class="lab-claim-user">
                {user === '' ? words.kept : fill(words.usedBy, { pod: user })}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
