// A page for one student: what counts, and for every check what to do next. Made to be printed, too.
import type { Exercise } from '../../parse-exercise.ts';
import { textOf } from '../../parse-exercise.ts';
import type { ExerciseGrade } from '../../rules/gradebook.ts';
import type { PageWords } from '../../text/pages.ts';
import { pageWordsOf } from '../../text/pages.ts';
import { secondsOf } from '../../text/sentences.ts';
import type { FormatContext } from '../format.ts';
import { gradeNotes } from '../grade-notes.ts';
import type { StudentGrades } from '../grades.ts';
import type { Report, TrailStep } from '../report.ts';
import { reasonSentence, sentencesOf } from '../text.ts';
import { checkList } from './check-items.ts';
import { bar, htmlPage, line } from './document.ts';

export function studentPage(student: StudentGrades, context: FormatContext): string {
  const { locale, head } = context;
  const words = pageWordsOf(locale);
  const sections = student.grades.map((grade) => exerciseSection(grade, student, context));
  return htmlPage({
    title: words.reportOf(student.student),
    locale,
    header: pageHeader(student, context),
    main: `${overview(student, context)}${sections.join('')}${unreadSection(student, context)}`,
    footer: line(words.madeFrom(head.engine)),
  });
}

function pageHeader(
  { student, section, total, keys = {} }: StudentGrades,
  { head, locale }: FormatContext,
): string {
  const words = pageWordsOf(locale);
  const about = [keys.number ?? keys.sis, keys.email, section].filter((it) => it !== undefined);
  const meta =
    about.length === 0 ? '' : `<p class="meta">${about.map((it) => `<span>${line(it)}</span>`).join('')}</p>`;
  const { percent, points, of, errors } = total;
  const open = errors > 0 ? `<p class="soft">${line(sentencesOf(locale).rules.open(errors))}</p>` : '';
  const score =
    percent === null
      ? ''
      : `<p class="score"><b>${percent}%</b><span class="soft">${words.points(points, of)}</span></p>${bar(percent / 100)}${open}`;
  return `<p class="eyebrow">${line(head.title) || 'Petset'}</p><h1>${line(student)}</h1>${meta}${score}`;
}

function overview(student: StudentGrades, context: FormatContext): string {
  if (student.grades.length < 2) return '';
  const rows = student.grades.map((grade) => {
    const share = grade.of === 0 ? 0 : grade.points / grade.of;
    return `<tr><td><a href="#${line(grade.exercise)}">${line(titleOf(grade.exercise, context))}</a></td><td>${grade.status === 'graded' ? bar(share, share === 1 ? 'pass' : '') : ''}</td><td class="n">${statusHtml(grade, context)}</td></tr>`;
  });
  return `<table class="overview"><tbody>${rows.join('')}</tbody></table>`;
}

function exerciseSection(grade: ExerciseGrade, student: StudentGrades, context: FormatContext): string {
  const { exercises, locale } = context;
  const exercise = exercises.get(grade.exercise);
  const notes = gradeNotes(grade, student, locale).map((note) => `<li class="chip">${line(note)}</li>`);
  const reports = grade.reports.map((index) => student.reports[index]).filter((it) => it !== undefined);
  const bodies = reports.map((report) => reportBody(report, exercise, context));
  const head = `<header><h2>${line(titleOf(grade.exercise, context))}</h2><span class="points num">${statusHtml(grade, context)}</span></header>`;
  const noteList = notes.length === 0 ? '' : `<ul class="notes">${notes.join('')}</ul>`;
  const missing = grade.status === 'missing' ? `<p class="soft">${pageWordsOf(locale).missingLong}</p>` : '';
  return `<section class="exercise" id="${line(grade.exercise)}">${head}${noteList}${missing}${bodies.join('')}</section>`;
}

function reportBody(report: Report, exercise: Exercise | undefined, { locale }: FormatContext): string {
  const words = pageWordsOf(locale);
  if (report.outcome === 'error' || !exercise) {
    const reason = report.reason ? line(reasonSentence(report.reason, locale)) : '';
    return `<div class="callout"><strong>${words.notGraded}</strong><p>${reason}</p><p>${words.notZero}</p></div>`;
  }
  const { text, isFallback } = textOf(exercise, locale);
  const { notTranslated, otherRevision } = sentencesOf(locale);
  const fallback = isFallback ? `<p class="soft">${notTranslated}</p>` : '';
  const made = report.madeForRevision;
  const other =
    made === undefined ? '' : `<p class="soft">${line(otherRevision(made, report.exercise.revision))}</p>`;
  return `${fallback}${other}${checkList(report, text, locale)}${trail(report.trail ?? [], words)}`;
}

/** What was done, for those who look at the page together. */
function trail(steps: readonly TrailStep[], words: PageWords): string {
  if (steps.length === 0) return '';
  const items = steps.map(({ atMs, line: said, exitCode }) => {
    const time = atMs === undefined ? '' : `${secondsOf(atMs)} s`;
    const [, file] = /^write (.+)$/.exec(said) ?? [];
    const failed = exitCode ? `<span class="chip fail">${words.exitCode(exitCode)}</span>` : '';
    const what =
      file === undefined
        ? `<code>${line(said)}</code>`
        : `<span class="soft">${line(words.saved(file))}</span>`;
    return `<li><time>${time}</time><span>${what}</span>${failed}</li>`;
  });
  return `<details class="screen"><summary>${words.whatWasDone} (${steps.length})</summary><ol class="trail">${items.join('')}</ol></details>`;
}

function unreadSection({ unread = [] }: StudentGrades, { locale }: FormatContext): string {
  if (unread.length === 0) return '';
  const words = pageWordsOf(locale);
  const items = unread.map(({ reason }) => `<p>${line(reasonSentence(reason, locale))}</p>`);
  return `<div class="callout"><strong>${words.unread}</strong>${items.join('')}</div>`;
}

export function titleOf(id: string, { exercises, locale }: FormatContext): string {
  const exercise = exercises.get(id);
  return exercise ? textOf(exercise, locale).text.title : id;
}

/** Points, or the word for why there are none. */
export function statusHtml({ status, points, of }: ExerciseGrade, { locale }: FormatContext): string {
  const words = pageWordsOf(locale);
  if (status === 'graded') return `${points} / ${of}`;
  if (status === 'error') return `<span class="chip wait">${words.notGraded}</span>`;
  return `<span class="chip">${status === 'missing' ? words.missing : words.excused}</span>`;
}
