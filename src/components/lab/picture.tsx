/** The cluster as a picture: nodes hold pods, pods hang on to their disks. Every part is a list that can be read aloud. */
import type { JSX } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { ClaimView, NodeView, Picture as PictureData, PodView } from './frame.ts';
import { Disk, Glyph } from './glyph.tsx';
import { Leashes } from './leashes.tsx';
import { PodDetails } from './pod-details.tsx';
import { useDeparted } from './use-departed.ts';
import { useMotion } from './use-motion.ts';
import type { Words } from './words.ts';
import { fill } from './words.ts';

interface Props {
  readonly picture: PictureData;
  readonly words: Words;
  /** The uid of the pod that is looked at closely; '' for none. */
  readonly chosen: string;
  choose(uid: string): void;
}

/** What hovering or the keyboard points at: `pod:default/web-0`. */
interface Pointing {
  readonly lit: string;
  point(what: string): void;
}

export function Picture({ picture, words, chosen, choose }: Props): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [lit, point] = useState('');
  const gone = useDeparted(picture.pods);
  const pods = useMemo(() => [...picture.pods, ...gone], [picture.pods, gone]);
  useMotion(root, pods);
  const waiting = pods.filter(({ node }) => node === '');
  const pairs = picture.pods.flatMap((pod) =>
    pod.claims.map((claim) => ({ pod: podKey(pod), claim: `${pod.namespace}/${claim}` })),
  );
  const pointing = { lit, point };
  const chosenPod = picture.pods.find(({ uid }) => uid === chosen);
  const card = (pod: PodView): JSX.Element => (
    <PodCard
      key={pod.uid}
      pod={pod}
      words={words}
      pointing={pointing}
      isGone={gone.includes(pod)}
      isChosen={pod.uid === chosen}
      choose={() => choose(pod.uid === chosen ? '' : pod.uid)}
    />
  );
  return (
    <div class="lab-picture" ref={root}>
      <Heads picture={picture} words={words} waiting={waiting} card={card} />
      <div class="lab-stage" ref={stage}>
        <Leashes root={stage} drawn={picture} pairs={pairs} lit={lit} />
        <ul class="lab-nodes" aria-label={words.nodes}>
          {picture.nodes.map((node) => (
            <Node key={node.name} node={node} words={words}>
              {pods.filter((pod) => pod.node === node.name).map(card)}
            </Node>
          ))}
        </ul>
        {picture.podsLeftOut > 0 && (
          <p class="lab-more">{fill(words.podsLeftOut, { count: picture.podsLeftOut })}</p>
        )}
        <Claims claims={picture.claims} pods={picture.pods} words={words} pointing={pointing} />
      </div>
      {chosenPod && <PodDetails pod={chosenPod} words={words} close={() => choose('')} />}
    </div>
  );
}

function podKey(pod: PodView): string {
  return `${pod.namespace}/${pod.name}`;
}

/** How far the sets have come, and the pods that no node holds yet. */
function Heads(props: {
  readonly picture: PictureData;
  readonly words: Words;
  readonly waiting: readonly PodView[];
  card(pod: PodView): JSX.Element;
}): JSX.Element {
  const { picture, words, waiting, card } = props;
  return (
    <div class="lab-heads">
      <ul class="lab-sets" aria-label={words.sets}>
        {picture.sets.map((set) => (
          <li key={`${set.kind}/${set.namespace}/${set.name}`}>
            <span class="lab-set-kind">{set.kind}</span> <strong>{set.name}</strong>{' '}
            <span class="lab-set-ready">{fill(words.readyOf, { ready: set.ready, wanted: set.wanted })}</span>
          </li>
        ))}
      </ul>
      {waiting.length > 0 && (
        <div class="lab-waiting">
          <span aria-hidden="true">{words.unscheduled}</span>
          <ul aria-label={words.unscheduled}>{waiting.map(card)}</ul>
        </div>
      )}
    </div>
  );
}

function Node(props: {
  readonly node: NodeView;
  readonly words: Words;
  readonly children: JSX.Element[];
}): JSX.Element {
  const { node, words, children } = props;
  return (
    <li class="lab-node" data-ready={node.isReady}>
      <p class="lab-node-name">
        <Glyph tone={node.isReady ? 'running' : 'unknown'} />
        <strong>{node.name}</strong> <span>{node.status}</span>
      </p>
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

function PodCard(props: {
  readonly pod: PodView;
  readonly words: Words;
  readonly pointing: Pointing;
  readonly isGone: boolean;
  readonly isChosen: boolean;
  choose(): void;
}): JSX.Element {
  const { pod, words, pointing, isGone, isChosen, choose } = props;
  const name = `pod:${podKey(pod)}`;
  const isLit =
    pointing.lit === name || pod.claims.some((it) => pointing.lit === `claim:${pod.namespace}/${it}`);
  return (
    <li class="lab-pod-place" data-move={pod.uid} data-gone={isGone} aria-hidden={isGone}>
      <button
        type="button"
        class="lab-pod"
        data-anchor={isGone ? undefined : name}
        data-tone={pod.tone}
        data-lit={isLit}
        aria-expanded={isChosen}
        disabled={isGone}
        onClick={choose}
        onMouseEnter={() => pointing.point(name)}
        onMouseLeave={() => pointing.point('')}
        onFocus={() => pointing.point(name)}
        onBlur={() => pointing.point('')}
      >
        <span class="lab-pod-name">{pod.name}</span>
        <span class="lab-pod-state">
          <Glyph tone={pod.tone} />
          {isGone ? words.deleted : pod.status}
        </span>
        <span class="lab-pod-facts">
          <span>{fill(words.ready, { ready: pod.ready })}</span>
          {pod.restarts > 0 && <span>{fill(words.restarts, { count: pod.restarts })}</span>}
          <span class="lab-containers" aria-hidden="true">
            {pod.containers.map((container) => (
              <i key={container.name} data-tone={container.tone} data-ready={container.isReady} />
            ))}
          </span>
        </span>
      </button>
    </li>
  );
}

function Claims(props: {
  readonly claims: readonly ClaimView[];
  readonly pods: readonly PodView[];
  readonly words: Words;
  readonly pointing: Pointing;
}): JSX.Element {
  const { claims, pods, words, pointing } = props;
  return (
    <ul class="lab-claims" aria-label={words.claims}>
      {claims.map((claim) => {
        const name = `claim:${claim.namespace}/${claim.name}`;
        const users = pods.filter(
          (pod) => pod.namespace === claim.namespace && pod.claims.includes(claim.name),
        );
        const isLit = pointing.lit === name || users.some((pod) => pointing.lit === `pod:${podKey(pod)}`);
        const user = users.map((pod) => pod.name).join(', ');
        return (
          <li
            key={claim.uid}
            class="lab-claim"
            data-move={claim.uid}
            data-anchor={name}
            data-lit={isLit}
            data-used={users.length > 0}
            onMouseEnter={() => pointing.point(name)}
            onMouseLeave={() => pointing.point('')}
          >
            <Disk />
            <span class="lab-claim-name">{claim.name}</span>
            <span class="lab-claim-state">
              {[claim.status, claim.capacity].filter((part) => part !== '').join(' · ')}
            </span>
            <span class="lab-claim-user">{user === '' ? words.kept : fill(words.usedBy, { pod: user })}</span>
          </li>
        );
      })}
    </ul>
  );
}
