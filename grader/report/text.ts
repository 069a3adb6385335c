// A report for people, in plain text: what was wanted, what was seen and when, the event that explains it, a hint.
import type { ExerciseText } from '../exercise-text.ts';
import type { Finding, Message } from '../finding.ts';
import type { Locale } from '../locale.ts';
import type { Exercise } from '../parse-exercise.ts';
import { textOf } from '../parse-exercise.ts';
import { en } from '../text/en.ts';
import { ko } from '../text/ko.ts';
import type { Sentences } from '../text/sentences.ts';
import { secondsOf } from '../text/sentences.ts';
import type { CheckResult, Reason, Report } from './report.ts';
import { shown, shownLine } from './shown.ts';

const languages: Readonly<Record<Locale, Sentences>> = { en, ko };

export function sentencesOf(locale: Locale): Sentences {
  return languages[locale];
}

/** The report in a language, as lines without line ends. Control characters of what was handed in are shown, not sent. */
export function reportLines(report: Report, exercise: Exercise, locale: Locale): string[] {
  const words = sentencesOf(locale);
  const { text, isFallback } = textOf(exercise, locale);
  const title = `${text.title} (${report.exercise.id})`;
  if (report.outcome === 'error') {
    return [
      `${title}: ${words.notGraded}`,
      ...(report.reason ? [`  ${reasonSentence(report.reason, locale)}`] : []),
    ];
  }
  const lines = [`${title}: ${report.points} / ${report.of}`];
  if (isFallback) lines.push(`  ${words.notTranslated}`);
  if (report.madeForRevision !== undefined) {
    lines.push(`  ${words.otherRevision(report.madeForRevision, report.exercise.revision)}`);
  }
  for (const check of report.checks) {
    // What kubectl said is the same for every check: once is enough.
    lines.push(
      ...checkLines(check, text, words).filter(
        (line, at) => at === 0 || !isRefused(check) || !lines.includes(line),
      ),
    );
  }
  return lines;
}

/** Why there is no grade, as a sentence. */
export function reasonSentence(reason: Reason, locale: Locale): string {
  return sentencesOf(locale).reasons[reason.id](shownLine(reason.detail));
}

/**
 * What a finding says in a language, without its time and event. What an expression wants is said in the words of its author,
 * where they are given: the expression itself is only in the JSON.
 */
export function findingSentences(
  finding: Finding,
  locale: Locale,
  authored?: string,
): { readonly wanted: string; readonly seen: string } {
  const words = sentencesOf(locale);
  const isAuthored = authored !== undefined && finding.wanted.id === 'cel-wanted';
  const wanted = isAuthored ? authored : sentence(finding.wanted, words);
  return { wanted, seen: sentence(finding.seen, words) };
}

function checkLines(check: CheckResult, text: ExerciseText, words: Sentences): string[] {
  const section = text.sections.get(check.id);
  const mark = check.passed ? `✓ ${words.passed}` : `✗ ${words.failed}`;
  const [wanted = ''] = flowing(section?.wanted ?? check.id).split('\n\n');
  const lines = [`  ${mark}  ${check.points}/${check.of}  ${check.id}: ${wanted}`];
  // What a hidden check saw would tell what it is.
  if (check.hidden) lines.push(`      ${words.rules.hidden}`);
  else for (const finding of check.findings) lines.push(...findingLines(finding, check, words));
  // The hint to a check is of no use before the manifest is accepted.
  if (check.passed || isRefused(check)) return lines;
  const answer = check.findings[0]?.seen;
  const why = answer?.id === 'answered' ? section?.whys.get(answer.answer) : undefined;
  if (why !== undefined) lines.push(...labelled(words.why, flowing(why)));
  if (section?.feedback !== undefined) lines.push(...labelled('', flowing(section.feedback)));
  const [hint] = section?.hints ?? [];
  if (hint !== undefined) lines.push(...labelled(words.hint, flowing(hint)));
  return lines;
}

/** True where the API or the reader of YAML refused the manifest, which says nothing about this check. */
export function isRefused(check: CheckResult): boolean {
  return check.findings.some(({ seen }) => seen.id === 'refused');
}

function findingLines(finding: Finding, check: CheckResult, words: Sentences): string[] {
  if (check.kind === 'quiz') return labelled(words.seen, sentence(finding.seen, words));
  const { atMs, event } = finding;
  const at = atMs === undefined ? '' : ` (${words.at(secondsOf(atMs), check.seed ?? 0)})`;
  // What an expression wants was said by the check's own text, in the line above.
  const isSaid = finding.wanted.id === 'cel-wanted' || finding.seen.id === 'refused';
  return [
    ...(isSaid ? [] : labelled(words.wanted, sentence(finding.wanted, words))),
    ...labelled(words.seen, `${sentence(finding.seen, words)}${at}`),
    ...(event ? labelled(words.event, shown(`${event.reason} ${event.object}: ${event.message}`)) : []),
  ];
}

/** Markdown whose lines are broken for the writer, with one line a paragraph. */
function flowing(markdown: string): string {
  return markdown.replace(/([^\n])\n(?![\n\-*`])/g, '$1 ');
}

/** A label and a text below a check; further lines of the text stand under its first. */
function labelled(label: string, text: string): string[] {
  const [first = '', ...more] = text.trim().split('\n');
  const lead = label === '' ? '' : `${label}: `;
  return [`      ${lead}${first}`, ...more.map((line) => `        ${line}`)];
}

function sentence(message: Message, words: Sentences): string {
  const safe = Object.fromEntries(
    Object.entries(message).map(([key, value]) => [key, typeof value === 'string' ? shown(value) : value]),
  );
  // The compiler cannot see that the sentence and the message are of the same id.
  return (words.messages[message.id] as (message: Message) => string)(safe as unknown as Message);
}
