/** What hands can do to an object: each button types the command that does it, so that the log and the learner see which. */
import type { JSX } from 'preact';
import type { Lab } from './use-lab.ts';
import type { WhyAbout } from './why/view.ts';
import type { Word, Words } from './words.ts';

interface Hand {
  readonly word: Word;
  readonly line: string;
}

const REQUESTS_PER_SECOND = 50;

interface Props {
  readonly lab: Lab;
  readonly about: WhyAbout;
  readonly words: Words;
}

export function Hands({ lab, about, words }: Props): JSX.Element | null {
  const hands = handsFor(lab, about);
  if (hands.length === 0) return null;
  return (
    <p class="lab-hands-on">
      {hands.map(({ word, line }) => (
        <button key={word} type="button" title={line} onClick={() => act(lab, line)}>
          {words[word]}
        </button>
      ))}
    </p>
  );
}

/** At once: a command that waits or watches is stopped first. */
function act(lab: Lab, line: string): void {
  if (lab.isBusy) lab.send({ do: 'interrupt' });
  lab.run(line);
}

/** None for what is gone, and none in other namespaces: the words of the simulation act in the terminal's. */
function handsFor({ picture }: Lab, about: WhyAbout): readonly Hand[] {
  if ('uid' in about) {
    const pod = picture.pods.find(({ uid }) => uid === about.uid);
    if (pod?.namespace !== 'default') return [];
    return [
      { word: 'killProcess', line: `crash ${pod.name}` },
      { word: 'deletePod', line: `kubectl delete pod ${pod.name} --wait=false` },
      { word: 'showLogs', line: `kubectl logs ${pod.name}` },
    ];
  }
  if (!('kind' in about)) return [];
  const { kind, namespace, name } = about;
  if (kind === 'Node') return nodeHands(name);
  if (namespace !== 'default') return [];
  if (kind === 'Service') {
    return [
      { word: 'addLoad', line: `load svc/${name} ${REQUESTS_PER_SECOND}` },
      { word: 'stopLoad', line: `load svc/${name} 0` },
    ];
  }
  const set = picture.sets.find((it) => it.kind === kind && it.name === name && it.namespace === namespace);
  if (!set || !['StatefulSet', 'Deployment', 'ReplicaSet'].includes(kind)) return [];
  const scale = (replicas: number): string =>
    `kubectl scale ${kind.toLowerCase()} ${name} --replicas=${replicas}`;
  return [
    { word: 'scaleUp', line: scale(set.wanted + 1) },
    ...(set.wanted > 0 ? [{ word: 'scaleDown', line: scale(set.wanted - 1) } as const] : []),
  ];
}

function nodeHands(name: string): readonly Hand[] {
  return [
    { word: 'cutNetwork', line: `node ${name} down` },
    { word: 'mendNetwork', line: `node ${name} up` },
    { word: 'pullPlug', line: `node ${name} off` },
    { word: 'powerOn', line: `node ${name} on` },
  ];
}
