/** A report in the sentences of a language: fresh from the grader, or kept from an earlier visit. */

import type { Locale } from '../../../grader/locale.ts';
import { FALLBACK_LOCALE, isLocale } from '../../../grader/locale.ts';
import type { CheckResult, Report } from '../../../grader/report/report.ts';
import { REPORT_FORMAT, REPORT_VERSION } from '../../../grader/report/report.ts';
import { findingSentences, isRefused, reasonSentence, sentencesOf } from '../../../grader/report/text.ts';
import { secondsOf } from '../../../grader/text/sentences.ts';
import type { CheckShown, ReportShown } from './shown.ts';

/** A report that was kept; undefined where it is none that can be told. */
export function keptReport(json: string, locale: string): ReportShown | undefined {
  try {
    const report = JSON.parse(json) as Report;
    if (report.format !== REPORT_FORMAT || report.version !== REPORT_VERSION) return undefined;
    return shownReport(report, isLocale(locale) ? locale : FALLBACK_LOCALE);
  } catch {
    return undefined;
  }
}

export function shownReport(report: Report, locale: Locale): ReportShown {
  return {
    points: report.points,
    of: report.of,
    ...(report.reason ? { trouble: reasonSentence(report.reason, locale) } : {}),
    refusals: refusalsOf(report, locale),
    checks: report.checks.map((check) => shownCheck(check, locale)),
  };
}

/** What kubectl said is the same for every check: once is enough. */
function refusalsOf(report: Report, locale: Locale): readonly string[] {
  const refused = report.checks.filter(isRefused).flatMap(({ findings }) => findings);
  return [...new Set(refused.map((finding) => findingSentences(finding, locale).seen))];
}

function shownCheck(check: CheckResult, locale: Locale): CheckShown {
  const words = sentencesOf(locale);
  return {
    id: check.id,
    passed: check.passed,
    isRefused: isRefused(check),
    ...(check.hidden ? { isHidden: true } : {}),
    points: check.points,
    of: check.of,
    ...(check.seed === undefined ? {} : { seed: check.seed }),
    findings: (check.hidden ? [] : check.findings).map((finding) => ({
      ...findingSentences(finding, locale),
      ...(finding.atMs === undefined ? {} : { atMs: finding.atMs }),
      ...(finding.atMs === undefined ? {} : { at: words.at(secondsOf(finding.atMs), check.seed ?? 0) }),
      ...(finding.event
        ? { event: `${finding.event.reason} ${finding.event.object}: ${finding.event.message}` }
        : {}),
    })),
  };
}
