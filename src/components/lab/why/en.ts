import type { About, What } from './fact.ts';
import type { Now } from './now.ts';
import { deniedInEn, eventInEn } from './said-en.ts';
import type { Sentences } from './sentences.ts';

const nameOf = ({ kind, name }: About): string => `${kind} ${name}`;
const exit = (exitCode: number, reason: string): string =>
  reason === '' || reason === 'Error' || reason === 'Completed'
    ? `exit code ${exitCode}`
    : `${reason}, exit code ${exitCode}`;

function what(it: What, about: About): string {
  const object = nameOf(about);
  switch (it.is) {
    case 'created':
      return `created ${object}`;
    case 'ending':
      return `asked for the end of ${object}`;
    case 'gone':
      return `${object} is gone`;
    case 'scaled':
      return `changed the replicas of ${object} from ${it.from} to ${it.to}`;
    case 'image':
      return `changed the image of ${it.container} in ${object} from ${it.from} to ${it.to}`;
    case 'template':
      return `changed the pod template of ${object}`;
    case 'spec':
      return `changed what ${object} asks for`;
    case 'bound':
      return about.kind === 'Pod' ? `chose ${it.to} for ${object}` : `bound ${object} to ${it.to}`;
    case 'ready':
      return `${object} became Ready`;
    case 'unready':
      return `${object} is no longer Ready`;
    case 'ended':
      return `container ${it.container} of ${object} ended: ${exit(it.exitCode, it.reason)}`;
    case 'restarted':
      return `started container ${it.container} of ${object} again (restarts: ${it.count})`;
    case 'phase':
      return `${object} ended for good: ${it.phase}`;
    case 'said':
      return `said of ${object}: ${it.reason}`;
  }
}

function podNow(it: Now, clock: (ms: number) => string): string | undefined {
  switch (it.is) {
    case 'unscheduled':
      return `No node is chosen for it yet. ${it.message}`.trim();
    case 'waiting':
      return `${it.container === '' ? 'It' : `Container ${it.container}`} waits: ${it.reason}. ${it.message}`.trim();
    case 'back-off':
      return `Container ${it.container} ended (${exit(it.exitCode, it.reason)}). The kubelet starts it again, but waits longer each time, up to five minutes. \`kubectl logs\` says what it printed.`;
    case 'probe':
      return `Container ${it.container} runs, but its readiness probe does not pass, so no Service sends it requests. ${it.message}`.trim();
    case 'unready':
      return 'It is not Ready yet.';
    case 'terminating':
      return `It is asked to end and has ${it.graceS} s to do so, until ${clock(it.endMs)}; then it is killed.`;
    case 'finished':
      return `It has ended (${it.phase}) and is not started again.`;
    default:
      return undefined;
  }
}

function now(it: Now, about: About, clock: (ms: number) => string): string {
  const pod = podNow(it, clock);
  if (pod !== undefined) return pod;
  switch (it.is) {
    case 'as-wanted':
      return `All is as wanted: ${it.ready} of ${it.wanted} ready.`;
    case 'short':
      return `${it.ready} of ${it.wanted} are ready.`;
    case 'completed':
      return `${it.completed} of ${it.wanted} completed.`;
    case 'failed-job':
      return `It has failed: ${it.message}.`;
    case 'in-turn':
      return `Its pods start in turn: ${it.next} is not created before ${it.pod} is Ready.`;
    case 'in-turn-update':
      return `Its pods are replaced in turn, from the highest number down: it waits until ${it.pod} is Ready.`;
    case 'partition':
      return `Its partition is ${it.partition}: pods below that number keep the older template.`;
    case 'step':
      return `It replaces pods in steps: at most ${it.unavailable} may be missing and ${it.surge} too many at a time.`;
    case 'paused':
      return 'It is paused: changes of its template wait until it is resumed.';
    case 'selects-nothing':
      return `Its selector, ${it.selector}, matches the labels of no pod: it has no endpoints.`;
    case 'none-ready':
      return `Its selector matches ${it.selected}, but none of them is Ready: it has no ready endpoints.`;
    case 'serves':
      return `Its selector matches ${it.selected}; ${it.ready} of them Ready: only those get requests.`;
    case 'volume':
      return volumeSentence(it);
    case 'node-silent':
      return 'The control plane has not heard from its kubelet: what runs there may still run. After a while its pods are replaced elsewhere.';
    case 'gone':
      return `${nameOf(about)} is no longer there.`;
    default:
      return about.kind === 'Pod' ? 'It runs and is Ready.' : 'All is as it should be.';
  }
}

export const en: Sentences = { what, now, event: eventInEn, denied: deniedInEn };

function volumeSentence({ phase, policy, claim }: Extract<Now, { is: 'volume' }>): string {
  if (phase === 'Bound') return `The claim ${claim} holds it.`;
  if (phase === 'Available')
    return claim === '' ? 'It waits for a claim that it fits.' : `It is kept for the claim ${claim}.`;
  if (phase !== 'Released') return `It is ${phase}.`;
  if (policy === 'Delete') return `Its claim ${claim} is gone, and it goes too, with what is on it.`;
  if (policy === 'Recycle') return `Its claim ${claim} is gone: it is emptied, and then free for the next.`;
  return `Its claim ${claim} is gone. What is on it stays, and no other claim gets it until somebody removes its claimRef.`;
}
