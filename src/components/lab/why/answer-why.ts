/** Answers "why" about a pod, a workload, a Service, a claim or a node: the chain that led to it, and how it stands now. */
import type { Locale } from '../../../../grader/locale.ts';
import type { Cluster } from '../../../sim/index.ts';
import { findKind } from '../../../sim/index.ts';
import { elapsedText } from '../clock-text.ts';
import { chainTo, essence } from './chain.ts';
import type { About, Deed, Fact, Said } from './fact.ts';
import type { FactRecorder } from './fact-recorder.ts';
import { nowOf } from './now.ts';
import type { Sentences } from './sentences.ts';
import { sentencesIn } from './sentences.ts';
import type { WhyAbout, WhyStep, WhyView } from './view.ts';

/** An answer is at most so long; what is left out is in the middle. */
const STEPS_MAX = 24;

export function answerWhy(
  cluster: Cluster,
  recorder: FactRecorder,
  asked: WhyAbout,
  locale: Locale,
): WhyView | undefined {
  const about = found(cluster, recorder, asked);
  if (!about) return undefined;
  const sentences = sentencesIn(locale);
  const said = recorder.said.get(about.uid) ?? [];
  const steps = [
    ...factsFor(about, recorder).flatMap((fact) => factSteps(fact, sentences)),
    ...warnings(said),
    ...(recorder.deeds.get(about.name) ?? []).map(deedStep),
  ].sort((a, b) => a.atMs - b.atMs);
  const half = STEPS_MAX / 2;
  const leftOut = Math.max(0, steps.length - STEPS_MAX);
  return {
    title: `${about.kind} ${about.name}`,
    now: nowOf(cluster, about, said).map((now) => sentences.now(now, about, elapsedText)),
    steps: leftOut === 0 ? steps : [...steps.slice(0, half), ...steps.slice(-half)],
    leftOut,
  };
}

function found(cluster: Cluster, { facts }: FactRecorder, asked: WhyAbout): About | undefined {
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
  for (const { atMs, by, isWarning, reason, message } of said) {
    if (!isWarning) continue;
    last.set(`${reason}: ${message}`, { atMs, who: by, text: `${reason}: ${message}`, isWarning });
  }
  return [...last.values()];
}
