// The checks of a report, each with what was wanted, what was seen, and the next step.
import type { ExerciseText, SectionText } from '../../exercise-text.ts';
import type { Finding } from '../../finding.ts';
import type { Locale } from '../../locale.ts';
import { pageWordsOf } from '../../text/pages.ts';
import { secondsOf } from '../../text/sentences.ts';
import type { CheckResult, Report } from '../report.ts';
import { findingSentences, isRefused, sentencesOf } from '../text.ts';
import { line, lines } from './document.ts';
import { markdownHtml } from './markdown.ts';

/** A list of all checks. What kubectl said of a refused manifest stands above it, once. */
export function checkList(report: Report, text: ExerciseText, locale: Locale): string {
  const words = pageWordsOf(locale);
  const refusals = report.checks.filter(isRefused).flatMap(({ findings }) => findings);
  const said = [...new Set(refusals.map((finding) => findingSentences(finding, locale).seen))];
  const callout =
    said.length === 0
      ? ''
      : `<div class="callout"><strong>${words.refusedOnce}</strong>${said.map((it) => `<pre>${lines(it)}</pre>`).join('')}</div>`;
  const items = report.checks.map((check) => checkItem(check, text.sections.get(check.id), locale));
  return `${callout}<ol class="checks">${items.join('')}</ol>`;
}

function checkItem(check: CheckResult, section: SectionText | undefined, locale: Locale): string {
  const words = pageWordsOf(locale);
  const { passed, id, points, of, hidden } = check;
  const wanted = markdownHtml(section?.wanted ?? `\`${id}\``);
  const mark = `<span class="mark" role="img" aria-label="${passed ? words.passed : words.failed}">${passed ? '✓' : '✗'}</span>`;
  const label = hidden ? ` <span class="chip">${words.hidden}</span>` : '';
  const below = passed || isRefused(check) ? '' : failure(check, section, locale);
  return `<li class="${passed ? 'is-pass' : 'is-fail'}">${mark}<div class="said">${wanted}<span class="id">${line(id)}</span>${label}${below}</div><span class="worth num">${points} / ${of}</span></li>`;
}

function failure(check: CheckResult, section: SectionText | undefined, locale: Locale): string {
  const words = pageWordsOf(locale);
  const [hint, ...more] = section?.hints ?? [];
  const next =
    hint === undefined ? '' : `<div class="next"><b>${words.nextStep}</b>${markdownHtml(hint)}</div>`;
  const answer = check.findings[0]?.seen;
  const why = answer?.id === 'answered' ? section?.whys.get(answer.answer) : undefined;
  const because = why ?? section?.feedback;
  const feedback = because === undefined ? '' : `<div class="soft">${markdownHtml(because)}</div>`;
  if (check.hidden) return `<p class="soft">${words.hiddenLong}</p>${next}${feedback}`;
  const findings = check.findings.map((finding) => findingList(finding, check, locale)).join('');
  const hints =
    more.length === 0
      ? ''
      : `<details class="screen"><summary>${words.moreHints}</summary>${more.map(markdownHtml).join('')}</details>`;
  return `${next}${findings}${feedback}${hints}`;
}

function findingList(finding: Finding, check: CheckResult, locale: Locale): string {
  const words = pageWordsOf(locale);
  const { wanted, seen } = findingSentences(finding, locale);
  const { atMs, event } = finding;
  const at =
    atMs === undefined
      ? ''
      : ` <span class="when">(${line(sentencesOf(locale).at(secondsOf(atMs), check.seed ?? 0))})</span>`;
  // The right answer is not told, and what an expression wants was said above in the author's words.
  const isSaid = check.kind === 'quiz' || finding.wanted.id === 'cel-wanted';
  const rows = [
    ...(isSaid ? [] : [row(words.wanted, lines(wanted))]),
    row(words.seen, `${lines(seen)}${at}`),
    ...(event ? [row(words.event, eventText(event))] : []),
  ];
  return `<dl class="finding">${rows.join('')}</dl>`;
}

function eventText(event: NonNullable<Finding['event']>): string {
  return `<code>${line(event.reason)}</code> ${line(event.object)}: ${lines(event.message)}`;
}

function row(label: string, html: string): string {
  return `<dt>${label}</dt><dd>${html}</dd>`;
}
