/** Answers "why" about an object, an Event or a refusal: the chain that led to it, and how it stands now. */
import type { Locale } from '../../../../grader/locale.ts';
import type { Cluster } from '../../../sim/index.ts';
import { findKind } from '../../../sim/index.ts';
import { elapsedText } from '../clock-text.ts';
import { chainTo, essence } from './chain.ts';
import type { Denial } from './denial.ts';
import { denialOf } from './denial.ts';
import type { About, Deed, Fact, Said } from './fact.ts';
import type { FactRecorder } from './fact-recorder.ts';
import { nowOf } from './now.ts';
import type { Sentences } from './sentences.ts';
import { sentencesIn } from './sentences.ts';
import type { SaidAbout, WhyAbout, WhyStep, WhyView } from './view.ts';

type ObjectAbout = Exclude<WhyAbout, SaidAbout | { readonly denied: number }>;

/** An answer is at most so long; what is left out is in the middle. */
const STEPS_MAX = 24;

export function answerWhy(
  cluster: Cluster,
  recorder: FactRecorder,
  asked: WhyAbout,
  locale: Locale,
): WhyView | undefined {
  const sentences = sentencesIn(locale);
  if ('said' in asked) return answerEvent(recorder, asked, sentences);
  if ('denied' in asked) return answerDenial(cluster, recorder, asked.denied, sentences);
  const about = found(cluster, recorder, asked);
  if (!about) return undefined;
  const said = recorder.said.get(about.uid) ?? [];
  const steps = [
    ...factsFor(about, recorder).flatMap((fact) => factSteps(fact, sentences)),
    ...warnings(said),
    ...(recorder.deeds.get(about.name) ?? []).map(deedStep),
  ];
  return {
    title: `${about.kind} ${about.name}`,
    now: nowOf(cluster, about, said).map((now) => sentences.now(now, about, elapsedText)),
    ...bounded(steps),
  };
}

/** In order of time; of too many the middle is left out. */
function bounded(all: readonly WhyStep[]): Pick<WhyView, 'steps' | 'leftOut'> {
  const steps = [...all].sort((a, b) => a.atMs - b.atMs);
  const half = STEPS_MAX / 2;
  const leftOut = Math.max(0, steps.length - STEPS_MAX);
  return { steps: leftOut === 0 ? steps : [...steps.slice(0, half), ...steps.slice(-half)], leftOut };
}

/** From what was done to what was said: who said it, and what had moved them to look. */
function answerEvent(
  { facts, said }: FactRecorder,
  asked: SaidAbout,
  sentences: Sentences,
): WhyView | undefined {
  const all = asked.of === undefined ? [...said.values()].flat() : (said.get(asked.of) ?? []);
  // What is said over and over began with the first time.
  const it = all.find(({ reason, message }) => `${reason}: ${message}` === asked.said);
  if (!it) return undefined;
  const { atMs, by, about, reason, message, causes, isWarning } = it;
  const own = facts.get(about.uid) ?? [];
  const known = own.find((fact) => fact.about.uid === about.uid)?.about ?? about;
  const fact: Fact = {
    atMs,
    by,
    about: known,
    what: [{ is: 'said', reason, message }],
    causes: led(causes, own, atMs),
  };
  const steps = essence(chainTo(fact, facts)).flatMap((link) => factSteps(link, sentences));
  const marked = steps.map((step, index) => (index === steps.length - 1 ? { ...step, isWarning } : step));
  return {
    title: `${reason}, ${about.kind} ${about.name}`,
    now: [message, ...sentences.event(reason, message)],
    ...bounded(marked),
  };
}

/** Who looked of their own accord was moved by what the object was. */
function led(causes: readonly Fact[], own: readonly Fact[], atMs: number): readonly Fact[] {
  if (causes.length > 0) return causes;
  const before = own.findLast((fact) => fact.atMs <= atMs && fact.what.length > 0);
  return before ? [before] : [];
}

/** From what was asked to what was in the way, and how that came about. */
function answerDenial(
  cluster: Cluster,
  recorder: FactRecorder,
  of: number,
  sentences: Sentences,
): WhyView | undefined {
  const all = recorder.denials.get(of) ?? [];
  const [first] = all;
  if (!first) return undefined;
  const found = all.map((denied) => denialOf(cluster, recorder, denied));
  const chains = found.flatMap(({ facts }) =>
    facts.flatMap((fact) => essence(chainTo(fact, recorder.facts))),
  );
  const sentence = (denial: Denial): string => sentences.denied(denial, elapsedText);
  const refusals = all.map(({ atMs, command, status }): WhyStep => {
    return {
      atMs,
      who: 'kube-apiserver',
      command,
      text: `${status.reason}: ${status.message}`,
      isWarning: true,
    };
  });
  return {
    title: first.command,
    now: [...new Set(found.flatMap(({ denials }) => denials.map(sentence)))],
    ...bounded([...[...new Set(chains)].flatMap((fact) => factSteps(fact, sentences)), ...refusals]),
  };
}

function found(cluster: Cluster, { facts }: FactRecorder, asked: ObjectAbout): About | undefined {
  if ('uid' in asked) return facts.get(asked.uid)?.[0]?.about;
  const kind = findKind(asked.kind.toLowerCase());
  const object = kind && cluster.view.get(kind, asked.namespace, asked.name);
  if (!object) return undefined;
  return { ...asked, kind: object.kind, uid: object.metadata.uid ?? '', owner: '' };
}

/** What led to it, its own story, and what led to its end. */
function factsFor({ uid }: About, { facts, ofOwner }: FactRecorder): readonly Fact[] {
  const own = (facts.get(uid) ?? []).filter(({ what }) => what.length > 0);
  const [first] = own;
  const isTurn = (fact: Fact): boolean =>
    fact === first || fact.what.some(({ is }) => is === 'ending' || is === 'scaled');
  const led = own.filter(isTurn).flatMap((fact) => essence(chainTo(fact, facts)));
  const done = (ofOwner.get(uid) ?? []).filter(isManaging);
  return [...new Set([...led, ...withoutRepeats(own), ...done])].sort((a, b) => a.atMs - b.atMs);
}

/** What a controller did with what it manages; the rest is the pods' own story. */
function isManaging({ by, what }: Fact): boolean {
  return by !== 'kubelet' && what.some(({ is }) => is === 'created' || is === 'ending' || is === 'scaled');
}

function deedStep({ atMs, command }: Deed): WhyStep {
  return { atMs, who: '', text: '', command, isWarning: false };
}

/** Of what happens over and over, the first and the last time. */
function withoutRepeats(facts: readonly Fact[]): Fact[] {
  const signs = facts.map(({ what }) => what.map(({ is }) => is).join());
  return facts.filter((_, index) => {
    const sign = signs[index] ?? '';
    return signs.indexOf(sign) === index || signs.lastIndexOf(sign) === index;
  });
}

function factSteps(fact: Fact, sentences: Sentences): WhyStep[] {
  return fact.what.map((what) => ({
    atMs: fact.atMs,
    who: fact.by,
    text: sentences.what(what, fact.about),
    ...(fact.command === undefined ? {} : { command: fact.command }),
    isWarning: what.is === 'ended' && what.exitCode !== 0,
  }));
}

/** Each warning once, when it was last said. */
function warnings(said: readonly Said[]): WhyStep[] {
  const last = new Map<string, WhyStep>();
  for (const { atMs, by, about, isWarning, reason, message } of said) {
    if (!isWarning) continue;
    const text = `${reason}: ${message}`;
    last.set(text, { atMs, who: by, text, isWarning, event: { said: text, of: about.uid } });
  }
  return [...last.values()];
}
