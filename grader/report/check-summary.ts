// A report's failed checks in one line each, for places that hold little text.
import type { Locale } from '../locale.ts';
import type { Exercise } from '../parse-exercise.ts';
import { textOf } from '../parse-exercise.ts';
import type { CheckResult, Report } from './report.ts';
import { findingSentences, reasonSentence, sentencesOf } from './text.ts';

/** One line for every check that failed, or for why there is no grade. */
export function checkSummary(report: Report, exercise: Exercise, locale: Locale): string[] {
  if (report.outcome === 'error') return report.reason ? [reasonSentence(report.reason, locale)] : [];
  return report.checks
    .filter(({ passed }) => !passed)
    .map((check) => `${check.id} (${check.points}/${check.of}): ${checkMessage(check, exercise, locale)}`);
}

/** What was wanted, and what was seen, without lines of its own. Nothing is said of what a hidden check saw. */
export function checkMessage(check: CheckResult, exercise: Exercise, locale: Locale): string {
  const { text } = textOf(exercise, locale);
  const wanted = firstParagraph(text.sections.get(check.id)?.wanted ?? check.id);
  const [finding] = check.findings;
  if (!finding || check.hidden) return wanted;
  const { seen } = sentencesOf(locale);
  return `${wanted} ${seen}: ${findingSentences(finding, locale).seen.replace(/\s+/g, ' ')}`;
}

function firstParagraph(markdown: string): string {
  return (markdown.split(/\n\s*\n/)[0] ?? '').replace(/\s+/g, ' ').trim();
}
