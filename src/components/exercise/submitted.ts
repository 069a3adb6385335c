/** What came of submitting: kept by the browser, and told in the page's language. */
import { useEffect, useState } from 'preact/hooks';
import type { Submitted } from '../keeping/record.ts';
import type { Shelf } from '../keeping/shelf.ts';
import type { CheckShown, ReportShown } from '../lab/shown.ts';

export interface Outcome {
  readonly submitted: Submitted | undefined;
  readonly report: ReportShown | undefined;
  /** How many times it was submitted on this visit. */
  readonly submissions: number;
  /** Takes a new report. */
  take(json: string, shown: ReportShown): void;
  /** Looks at what is kept now. */
  refresh(): void;
}

export function useSubmitted(shelf: Shelf, locale: string): Outcome {
  const [submitted, setSubmitted] = useState<Submitted>();
  const [report, setReport] = useState<ReportShown>();
  const [submissions, count] = useState(0);
  const show = async (kept: Submitted | undefined): Promise<void> => {
    setSubmitted(kept);
    if (!kept) {
      setReport(undefined);
      return;
    }
    // The sentences come only where there is something to tell.
    const { keptReport } = await import('../lab/shown-report.ts');
    setReport(keptReport(kept.report, locale));
  };
  useEffect(() => {
    show(shelf.read().submitted);
    return shelf.watch(() => show(shelf.read().submitted));
  }, [shelf, locale]);
  const take = (json: string, shown: ReportShown): void => {
    const next = afterSubmitting(shelf.read().submitted ?? submitted, json, shown.checks);
    shelf.write((kept) => ({ ...kept, submitted: next }));
    setSubmitted(next);
    setReport(shown);
    count((before) => before + 1);
  };
  return { submitted, report, submissions, take, refresh: () => show(shelf.read().submitted) };
}

/** One more attempt: each check that failed by itself opens one more of its hints. */
export function afterSubmitting(
  before: Submitted | undefined,
  report: string,
  checks: readonly Pick<CheckShown, 'id' | 'passed' | 'isRefused'>[],
): Submitted {
  const failed = checks.filter(({ passed, isRefused }) => !passed && !isRefused);
  const opened = failed.map(({ id }) => [id, (before?.hints[id] ?? 0) + 1] as const);
  return {
    attempts: (before?.attempts ?? 0) + 1,
    report,
    hints: { ...before?.hints, ...Object.fromEntries(opened) },
  };
}
