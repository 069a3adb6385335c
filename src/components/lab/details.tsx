/** One object looked at closely: how it stands and why, the chain that led to it, what hands can do to it. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { elapsedText } from './clock-text.ts';
import type { PodView } from './frame.ts';
import { Glyph } from './glyph.tsx';
import { Hands } from './hands.tsx';
import type { Lab } from './use-lab.ts';
import type { WhyAbout, WhyStep, WhyView } from './why/view.ts';
import type { Words } from './words.ts';
import { fill } from './words.ts';

interface Props {
  readonly lab: Lab;
  readonly about: WhyAbout;
  readonly words: Words;
  choose(about: WhyAbout): void;
  close(): void;
}

export function Details({ lab, about, words, choose, close }: Props): JSX.Element | null {
  const { answer, isThere } = useAnswer(lab, about);
  const root = useRef<HTMLElement>(null);
  const opener = useRef(document.activeElement);
  const pod = 'uid' in about ? lab.picture.pods.find(({ uid }) => uid === about.uid) : undefined;
  useEffect(() => root.current?.focus({ preventScroll: true }), [about]);
  // A step that was pressed may be gone at the moment that it led to.
  useEffect(() => {
    if (document.activeElement === document.body) root.current?.focus({ preventScroll: true });
  }, [answer, isThere]);
  const leave = (): void => {
    // The focus goes back to where it came from.
    const { current } = opener;
    close();
    if (current instanceof HTMLElement) current.focus();
  };
  const title = answer?.title ?? pod?.name ?? '';
  return (
    <section
      class="lab-details"
      ref={root}
      tabIndex={-1}
      aria-label={fill(words.whyOf, { what: title })}
      onKeyDown={(event) => event.key === 'Escape' && leave()}
    >
      <header>
        {pod && <Glyph tone={pod.tone} />}
        <strong>{title}</strong> <span>{pod?.status}</span>
        <button type="button" class="lab-quiet" onClick={leave}>
          {words.close}
        </button>
      </header>
      {(isThere ? (answer?.now ?? []) : [words.notThere]).map((sentence) => (
        <p key={sentence} class="why-now">
          {sentence}
        </p>
      ))}
      <Hands lab={lab} about={about} words={words} />
      {answer && <Steps answer={answer} lab={lab} words={words} choose={choose} />}
      {pod && <PodFacts pod={pod} words={words} choose={choose} />}
    </section>
  );
}

interface Answered {
  /** The latest answer, also where the object is not there at the moment that is looked at. */
  readonly answer: WhyView | undefined;
  readonly isThere: boolean;
}

/** Asked again when the picture changes, one question at a time. */
function useAnswer(lab: Lab, about: WhyAbout): Answered {
  const [answered, setAnswered] = useState<Answered & { readonly about: WhyAbout }>();
  const isAsking = useRef(false);
  const isStale = useRef(false);
  const today = useRef({ lab, about });
  today.current = { lab, about };
  const ask = async (): Promise<void> => {
    if (isAsking.current) {
      isStale.current = true;
      return;
    }
    isAsking.current = true;
    isStale.current = false;
    const asked = today.current.about;
    const found = await (await today.current.lab.connection()).why(asked);
    isAsking.current = false;
    setAnswered((before) => {
      if (asked !== today.current.about) return before;
      const last = before?.about === asked ? before.answer : undefined;
      return { about: asked, answer: found ?? last, isThere: found !== undefined };
    });
    if (isStale.current) await ask();
  };
  useEffect(() => {
    ask();
  }, [about, lab.picture]);
  return answered?.about === about ? answered : { answer: undefined, isThere: true };
}

function Steps(props: {
  readonly answer: WhyView;
  readonly lab: Lab;
  readonly words: Words;
  choose(about: WhyAbout): void;
}): JSX.Element {
  const { answer, lab, words, choose } = props;
  const half = Math.ceil(answer.steps.length / 2);
  const shown =
    answer.leftOut === 0 ? [answer.steps] : [answer.steps.slice(0, half), answer.steps.slice(half)];
  return (
    <ol class="why-steps" aria-label={words.why}>
      {shown.map((steps, part) => [
        part > 0 && (
          <li key="left-out" class="why-more">
            {fill(words.stepsLeftOut, { count: answer.leftOut })}
          </li>
        ),
        ...steps.map((step, index) => (
          <Step
            key={`${part}/${index}`}
            step={step}
            words={words}
            choose={choose}
            seek={() => lab.seek(step.atMs)}
          />
        )),
      ])}
    </ol>
  );
}

function Step(props: {
  readonly step: WhyStep;
  readonly words: Words;
  choose(about: WhyAbout): void;
  seek(): void;
}): JSX.Element {
  const { step, words, choose, seek } = props;
  const { atMs, who, text, command, isWarning, event } = step;
  return (
    <li data-by={who === '' ? 'learner' : 'component'} data-warning={isWarning}>
      <button
        type="button"
        class="why-time"
        title={fill(words.goToMoment, { time: elapsedText(atMs) })}
        onClick={seek}
      >
        {elapsedText(atMs)}
      </button>
      <span class="why-who">{who === '' ? words.you : who}</span>
      <span class="why-text">
        {command !== undefined && <code>{command}</code>} {text}
        {event && <Ask words={words} what={event.said} ask={() => choose(event)} />}
      </span>
    </li>
  );
}

/** Asks why something was said. */
function Ask(props: { readonly words: Words; readonly what: string; ask(): void }): JSX.Element {
  return (
    <>
      {' '}
      <button type="button" class="lab-quiet lab-ask" onClick={props.ask}>
        {props.words.ask}
        <span class="sr-only"> {props.what}</span>
      </button>
    </>
  );
}

function PodFacts(props: {
  readonly pod: PodView;
  readonly words: Words;
  choose(about: WhyAbout): void;
}): JSX.Element {
  const { pod, words, choose } = props;
  return (
    <dl>
      <Fact name={words.owner}>{pod.owner || words.none}</Fact>
      <Fact name={words.node}>{pod.node || words.unscheduled}</Fact>
      <Fact name="IP">{pod.ip || words.none}</Fact>
      <Fact name={words.labels}>{pod.labels.join(', ') || words.none}</Fact>
      <Fact name={words.claims}>{pod.claims.join(', ') || words.none}</Fact>
      <Fact name={words.containers}>
        <ul>
          {pod.containers.map((container) => (
            <li key={container.name}>
              <Glyph tone={container.tone} /> {container.name} · {container.image} · {container.state}
              {container.restarts > 0 && ` · ${fill(words.restarts, { count: container.restarts })}`}
            </li>
          ))}
        </ul>
      </Fact>
      <Fact name={words.lastEvent}>
        {pod.lastEvent || words.none}
        {pod.lastEvent && (
          <Ask words={words} what={pod.lastEvent} ask={() => choose({ said: pod.lastEvent, of: pod.uid })} />
        )}
      </Fact>
    </dl>
  );
}

function Fact(props: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
