/** A report: how many points, and for every check what was wanted, what was seen, when, and what to try next. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ExerciseWord } from '../../course/lab-words.ts';
import { Glyph } from '../lab/glyph.tsx';
import type { CheckShown, FindingShown, ReportShown } from '../lab/shown.ts';
import { fill } from '../lab/words.ts';
import { Coded, Phrase, Prose } from '../prose/prose.tsx';
import type { CheckText } from './build-exercise.ts';

export type ExerciseWords = Readonly<Record<ExerciseWord, string>>;

interface Props {
  readonly report: ReportShown;
  readonly checks: readonly CheckText[];
  readonly words: ExerciseWords;
  /** By check, how many of its hints are open. */
  readonly hints: Readonly<Record<string, number>>;
  /** How many times it was submitted on this visit: whoever pressed Submit is taken to the result. */
  readonly submissions: number;
  /** Shows in the cluster how a check failed. */
  watch(check: CheckShown, atMs: number | undefined): void;
}

export function ReportView({ report, checks, words, hints, submissions, watch }: Props): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (submissions > 0) heading.current?.focus({ preventScroll: false });
  }, [submissions]);
  const failed = report.checks.filter(({ passed }) => !passed).length;
  const isDone = failed === 0 && report.trouble === undefined;
  return (
    <section class="report" data-done={isDone}>
      <h4 ref={heading} tabIndex={-1}>
        {words.report}: {fill(words.points, { points: report.points, of: report.of })}
      </h4>
      {report.trouble && <p class="report-trouble">{report.trouble}</p>}
      {report.refusals.map((refusal) => (
        <p key={refusal} class="report-refusal">
          <Coded text={refusal} />
        </p>
      ))}
      <meter min={0} max={report.of} value={report.points} aria-hidden="true" />
      <ul class="report-checks" aria-label={words.checks}>
        {report.checks.map((check) => (
          <Check
            key={check.id}
            check={check}
            text={checks.find(({ id }) => id === check.id)}
            words={words}
            open={hints[check.id] ?? 0}
            watch={watch}
          />
        ))}
      </ul>
      {failed > 0 && <p class="report-again">{words.again}</p>}
    </section>
  );
}

function Check(props: {
  readonly check: CheckShown;
  readonly text: CheckText | undefined;
  readonly words: ExerciseWords;
  /** How many of its hints are open. */
  readonly open: number;
  watch: Props['watch'];
}): JSX.Element {
  const { check, text, words, open, watch } = props;
  const hints = text?.hints.slice(0, open) ?? [];
  return (
    <li data-passed={check.passed}>
      <p class="report-check">
        <Glyph tone={check.passed ? 'running' : 'failed'} />
        <span>
          <Phrase text={text?.wanted ?? check.id} />{' '}
          <span class="report-points">
            {check.passed ? words.passed : words.lost} ·{' '}
            {fill(words.points, { points: check.points, of: check.of })}
          </span>
        </span>
      </p>
      {!check.passed && !check.isRefused && (
        <div class="report-why">
          {check.findings.map((finding, index) => (
            <Finding key={index} finding={finding} words={words} />
          ))}
          {!check.isHidden && (
            <button
              type="button"
              class="report-watch"
              onClick={() => watch(check, check.findings.find(({ atMs }) => atMs !== undefined)?.atMs)}
            >
              {words.watchFailure}
            </button>
          )}
          {text?.feedback && <Prose text={text.feedback} />}
          {hints.length > 0 && <p class="report-next">{words.nextStep}</p>}
          {hints.map((hint, index) => (
            <details key={index} open={index === hints.length - 1}>
              <summary>{index === 0 ? words.hint : words.hintMore}</summary>
              <Prose text={hint} />
            </details>
          ))}
        </div>
      )}
    </li>
  );
}

function Finding(props: { readonly finding: FindingShown; readonly words: ExerciseWords }): JSX.Element {
  const { finding, words } = props;
  return (
    <dl>
      <div>
        <dt>{words.wanted}</dt>
        <dd>
          <Coded text={finding.wanted} />
        </dd>
      </div>
      <div>
        <dt>{words.seen}</dt>
        <dd>
          <Coded text={finding.seen} />
          {finding.at && <span class="report-at"> {finding.at}</span>}
        </dd>
      </div>
      {finding.event && (
        <div>
          <dt>{words.event}</dt>
          <dd class="report-event">{finding.event}</dd>
        </div>
      )}
    </dl>
  );
}
