/** The cluster as a picture: nodes hold pods, pods hang on to their disks. Every part is a list that can be read aloud. */
import type { JSX } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { Claims } from './claims.tsx';
import type { NodeView, Picture as PictureData, PodView } from './frame.ts';
import { FreeVolumes } from './free-volumes.tsx';
import { Glyph } from './glyph.tsx';
import { Leashes } from './leashes.tsx';
import { PodCard } from './pod-card.tsx';
import type { Pointing } from './pointing.ts';
import { belongs, linesOf, pointable } from './pointing.ts';
import { missedOf, SelectorBox, useSelector } from './selector-box.tsx';
import { Services } from './services.tsx';
import { setText } from './set-text.ts';
import { useDeparted } from './use-departed.ts';
import type { Lab } from './use-lab.ts';
import { useLate } from './use-late.ts';
import { useMotion } from './use-motion.ts';
import type { WhyAbout } from './why/view.ts';
import type { Words } from './words.ts';
import { fill } from './words.ts';

const loadCrowd = async () => (await import('./crowd.tsx')).Crowd;

interface Props {
  readonly lab: Lab;
  readonly words: Words;
  /** The uid of the pod that is looked at closely; '' for none. */
  readonly chosen: string;
  choose(about: WhyAbout): void;
}

export function Picture({ lab, words, chosen, choose }: Props): JSX.Element {
  const { picture } = lab;
  const root = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [at, point] = useState('');
  const selected = useSelector(lab);
  const gone = useDeparted(picture.pods);
  const pods = useMemo(() => [...picture.pods, ...gone], [picture.pods, gone]);
  useMotion(root, pods);
  const pointing = { at, point };
  const { selecting } = selected;
  const caught = useMemo(() => new Set(selecting?.caught), [selecting]);
  const lines = useMemo(() => linesOf(picture, at), [picture, at]);
  const isCrowd = picture.crowd.length > 0;
  const Crowd = useLate(loadCrowd, isCrowd);
  const card = (pod: PodView): JSX.Element => (
    <PodCard
      key={pod.uid}
      pod={pod}
      words={words}
      pointing={pointing}
      isLit={caught.has(pod.uid) || belongs(pod, at, picture)}
      missed={missedOf(pod.uid, selecting, words)}
      isGone={gone.includes(pod)}
      isChosen={pod.uid === chosen}
      choose={() => choose({ uid: pod.uid })}
    />
  );
  return (
    <div class="lab-picture" ref={root} data-sorting={selecting !== undefined || /^(set|service):/.test(at)}>
      <Heads picture={picture} words={words} pointing={pointing} choose={choose}>
        {pods.filter(({ node }) => node === '').map(card)}
        <SelectorBox selected={selected} words={words} />
      </Heads>
      <div class="lab-stage" ref={stage}>
        <Leashes root={stage} drawn={picture} pairs={lines} lit={at} />
        <Services services={picture.services} words={words} pointing={pointing} choose={choose} />
        {isCrowd && Crowd ? (
          <Crowd crowd={picture.crowd} words={words} choose={choose} />
        ) : (
          <ul class="lab-nodes" aria-label={words.nodes}>
            {picture.nodes.map((node) => (
              <Node key={node.name} node={node} words={words} choose={choose}>
                {pods.filter((pod) => pod.node === node.name).map(card)}
              </Node>
            ))}
          </ul>
        )}
        <Claims
          claims={picture.claims}
          pods={picture.pods}
          words={words}
          pointing={pointing}
          choose={choose}
        />
        <FreeVolumes volumes={picture.freeVolumes} words={words} choose={choose} />
      </div>
    </div>
  );
}

/** How far the sets have come, and the pods that no node holds yet. */
function Heads(props: {
  readonly picture: PictureData;
  readonly words: Words;
  readonly pointing: Pointing;
  /** Pods that wait for a node, then the selector. */
  readonly children: readonly [JSX.Element[], JSX.Element];
  choose(about: WhyAbout): void;
}): JSX.Element {
  const { picture, words, pointing, children, choose } = props;
  const [waiting, selector] = children;
  return (
    <div class="lab-heads">
      <ul class="lab-sets" aria-label={words.sets}>
        {picture.sets.map(({ kind, namespace, name, ready, wanted, updated, isRollout }) => (
          <li key={`${kind}/${namespace}/${name}`}>
            <button
              type="button"
              class="lab-set"
              onClick={() => choose({ kind, namespace, name })}
              {...pointable(pointing, `set:${kind}/${namespace}/${name}`)}
            >
              <span class="lab-set-kind">{kind}</span> <strong>{name}</strong>{' '}
              <span class="lab-set-ready">{setText({ kind, ready, wanted, updated, isRollout }, words)}</span>
            </button>
          </li>
        ))}
      </ul>
      {waiting.length > 0 && (
        <div class="lab-waiting">
          <span aria-hidden="true">{words.unscheduled}</span>
          <ul aria-label={words.unscheduled}>{waiting}</ul>
        </div>
      )}
      {selector}
    </div>
  );
}

function Node(props: {
  readonly node: NodeView;
  readonly words: Words;
  readonly children: JSX.Element[];
  choose(about: WhyAbout): void;
}): JSX.Element {
  const { node, words, children, choose } = props;
  return (
    <li class="lab-node" data-ready={node.isReady}>
      <button
        type="button"
        class="lab-node-name"
        onClick={() => choose({ kind: 'Node', namespace: '', name: node.name })}
      >
        <Glyph tone={node.isReady ? 'running' : 'unknown'} />
        <strong>{node.name}</strong> <span>{node.status}</span>
      </button>
      {children.length > 0 ? (
        <ul class="lab-pods" aria-label={fill(words.podsOn, { node: node.name })}>
          {children}
        </ul>
      ) : (
        <p class="lab-empty">{words.noPods}</p>
      )}
    </li>
  );
}
