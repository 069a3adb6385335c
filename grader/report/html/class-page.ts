// A page for the class: how results are spread, which checks people failed and how, where they were stuck, and everybody's grades.
import { textOf } from '../../parse-exercise.ts';
import type { ClassStatistics, ExerciseStatistics } from '../../statistics/class-statistics.ts';
import type { Mistake } from '../../statistics/mistakes.ts';
import { pageWordsOf } from '../../text/pages.ts';
import type { FormatContext } from '../format.ts';
import type { RosterNotes, StudentGrades } from '../grades.ts';
import { findingSentences } from '../text.ts';
import { clock, histogram, timeline, timelineLegend } from './charts.ts';
import { bar, href, htmlPage, line, lines } from './document.ts';
import { markdownHtml } from './markdown.ts';
import { statusHtml, titleOf } from './student-page.ts';

/** Folder of the pages of students, beside the class page. */
export const STUDENT_PAGES = 'students';

const mistakesShown = 15;
const placesShown = 6;

export function classPage(
  statistics: ClassStatistics,
  rows: readonly string[],
  fileNames: ReadonlyMap<string, string>,
  context: FormatContext,
): string {
  const { head, locale } = context;
  const words = pageWordsOf(locale);
  const exercises = statistics.exercises;
  const parts = [
    part('spread', words.distribution, '', distributions(statistics, exercises, context)),
    part('checks', words.checks, words.checksLong, exercises.map((it) => checkTable(it, context)).join('')),
    part('mistakes', words.mistakes, words.mistakesLong, mistakeList(statistics, fileNames, context)),
    part('stuck', words.stuck, words.stuckLong, exercises.map((it) => stuckPart(it, context)).join('')),
    part('students', words.byStudent, '', studentTable(rows, context)),
  ];
  const jump = parts
    .filter(({ html }) => html !== '')
    .map(({ id, title }) => `<a href="#${id}">${title}</a>`);
  const { students, graded, errors, missing } = statistics.counts;
  const tiles = [
    [students, words.students],
    [graded, words.graded],
    [errors, words.errors],
    [missing, words.notHandedIn],
    [`${statistics.totals.median}%`, words.median],
  ].map(([value, label]) => `<li><b>${value}</b>${label}</li>`);
  return htmlPage({
    title: `${words.classReport}${head.title === '' ? '' : ` · ${head.title}`}`,
    locale,
    isWide: true,
    header: `<p class="eyebrow">${line(head.title) || 'Petset'}</p><h1>${words.classReport}</h1><ul class="tiles">${tiles.join('')}</ul><nav class="jump">${jump.join('')}</nav>`,
    main: `${rosterNotes(head.roster, context)}${parts.map(({ html }) => html).join('')}`,
    footer: line(words.madeFrom(head.engine)),
  });
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

function part(id: string, title: string, about: string, html: string): Part {
  const said = about === '' ? '' : `<p class="soft">${about}</p>`;
  return {
    id,
    title,
    html: html === '' ? '' : `<section class="part" id="${id}"><h2>${title}</h2>${said}${html}</section>`,
  };
}

function distributions(
  { totals }: ClassStatistics,
  exercises: readonly ExerciseStatistics[],
  context: FormatContext,
): string {
  const words = pageWordsOf(context.locale);
  const panels = [
    ...(exercises.length > 1 ? [{ title: words.total, spread: totals }] : []),
    ...exercises.map(({ id, spread }) => ({ title: titleOf(id, context), spread })),
  ].filter(({ spread }) => spread.count > 0);
  const figures = panels.map(({ title, spread }) => {
    const { median, quarter, threeQuarters, count } = spread;
    const said = `${words.distributionOf(count)} · ${words.median} ${median}% · ${words.middleHalf(quarter, threeQuarters)}`;
    return `<figure><figcaption><b>${line(title)}</b><span class="soft">${said}</span></figcaption>${histogram(spread, words)}</figure>`;
  });
  return figures.length === 0 ? '' : `<div class="panels">${figures.join('')}</div>`;
}

function checkTable({ id, checks }: ExerciseStatistics, context: FormatContext): string {
  if (checks.length === 0) return '';
  const words = pageWordsOf(context.locale);
  const rows = checks.map(({ id: check, isHidden, count, passed, discrimination }) => {
    const share = count === 0 ? 0 : passed / count;
    const hidden = isHidden ? ` <span class="chip">${words.hidden}</span>` : '';
    const value =
      discrimination === undefined
        ? `<span class="soft">${words.tooFew}</span>`
        : `${discrimination.toFixed(2)} <span class="chip ${discrimination < 0 ? 'fail' : discrimination < 0.2 ? 'wait' : ''}">${words.discriminationWord(discrimination)}</span>`;
    return `<tr><td>${wantedOf(id, check, context)}<span class="id">${line(check)}</span>${hidden}</td><td><span class="rate">${bar(share, share === 1 ? 'pass' : '')}<span>${Math.round(share * 100)}%</span></span><span class="soft">${passed} / ${count}</span></td><td>${value}</td></tr>`;
  });
  return `<h3>${line(titleOf(id, context))}</h3><div class="scroll"><table><thead><tr><th>${words.check}</th><th style="width:26%">${words.passRate}</th><th style="width:22%">${words.discrimination}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function wantedOf(exercise: string, check: string, { exercises, locale }: FormatContext): string {
  const known = exercises.get(exercise);
  const section = known && textOf(known, locale).text.sections.get(check);
  return markdownHtml((section?.wanted ?? check).split(/\n\s*\n/)[0] ?? '');
}

function mistakeList(
  { mistakes }: ClassStatistics,
  fileNames: ReadonlyMap<string, string>,
  context: FormatContext,
): string {
  const words = pageWordsOf(context.locale);
  const top = mistakes.top(mistakesShown);
  if (top.length === 0) return `<p>${words.noMistakes}</p>`;
  return `<ol class="mistakes">${top.map((mistake) => mistakeItem(mistake, fileNames, context)).join('')}</ol>`;
}

function mistakeItem(
  { exercise, check, count, finding, students }: Mistake,
  fileNames: ReadonlyMap<string, string>,
  context: FormatContext,
): string {
  const words = pageWordsOf(context.locale);
  const seen = cut(findingSentences(finding, context.locale).seen);
  const wanted = check === undefined ? `<p>${words.refusedWhole}</p>` : wantedOf(exercise, check, context);
  const id = check === undefined ? exercise : `${exercise} · ${check}`;
  const names = students.map((student) => studentLink(student, fileNames.get(student), exercise));
  return `<li><span class="count">${count}<small>${words.madeBy(count)}</small></span><div>${wanted}<span class="id">${line(id)}</span><dl class="finding"><dt>${words.seen}</dt><dd>${lines(seen)}</dd><dt>${words.forExample}</dt><dd>${names.join(', ')}</dd></dl></div></li>`;
}

const seenMax = 280;

function cut(text: string): string {
  return text.length > seenMax ? `${text.slice(0, seenMax)} …` : text;
}

function studentLink(student: string, fileName: string | undefined, exercise?: string): string {
  if (fileName === undefined) return line(student);
  const anchor = exercise === undefined ? '' : `#${line(exercise)}`;
  return `<a href="${href(`${STUDENT_PAGES}/${fileName}.html`)}${anchor}">${line(student)}</a>`;
}

function stuckPart({ id, stuck }: ExerciseStatistics, context: FormatContext): string {
  const words = pageWordsOf(context.locale);
  const places = stuck.top(placesShown);
  const rows = stuck.rows();
  if (places.length === 0 && rows.length === 0) return '';
  const cells = places.map(({ command, students, refused, medianPauseMs }) => {
    return `<tr><td><code>${line(command)}</code></td><td class="n">${students}</td><td class="n">${refused}</td><td class="n">${clock(medianPauseMs)}</td></tr>`;
  });
  const table =
    cells.length === 0
      ? ''
      : `<div class="scroll"><table><thead><tr><th>${words.command}</th><th class="n">${words.usedBy}</th><th class="n">${words.refusedFor}</th><th class="n">${words.pauseAfter}</th></tr></thead><tbody>${cells.join('')}</tbody></table></div>`;
  const title = titleOf(id, context);
  const label = words.timelineOf(title, rows.length);
  const figure =
    rows.length === 0
      ? ''
      : `<figure class="timeline"><figcaption class="soft">${line(label)}</figcaption>${timeline(rows, label)}${timelineLegend(words)}</figure>`;
  return `<h3>${line(title)}</h3>${table}${figure}`;
}

function studentTable(rows: readonly string[], context: FormatContext): string {
  const words = pageWordsOf(context.locale);
  const heads = context.head.exercises.map(
    ({ id, points }) => `<th class="n">${line(titleOf(id, context))}<br>${points}</th>`,
  );
  return `<div class="scroll"><table><thead><tr><th>${words.students}</th><th>${words.section}</th>${heads.join('')}<th class="n">${words.total}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** A student's row of the last table. */
export function studentRow(student: StudentGrades, fileName: string, context: FormatContext): string {
  const byId = new Map(student.grades.map((grade) => [grade.exercise, grade]));
  const cells = context.head.exercises.map(({ id }) => {
    const grade = byId.get(id);
    return `<td class="n">${grade ? (grade.status === 'graded' ? grade.points : statusHtml(grade, context)) : ''}</td>`;
  });
  const { percent } = student.total;
  return `<tr><td>${studentLink(student.student, fileName)}</td><td>${line(student.section ?? '')}</td>${cells.join('')}<td class="n"><b>${percent === null ? '–' : `${percent}%`}</b></td></tr>`;
}

function rosterNotes(roster: RosterNotes | undefined, { locale }: FormatContext): string {
  if (!roster) return '';
  const words = pageWordsOf(locale);
  const said = [
    [words.unmatched, roster.unmatched],
    [words.ambiguous, roster.ambiguous.map(({ name, people }) => `${name} (${people.join(', ')})`)],
    [words.absent, roster.missing],
  ] as const;
  const items = said.filter(([, names]) => names.length > 0);
  if (items.length === 0) return '';
  const rows = items.map(([label, names]) => `<p><b>${label}:</b> ${names.map(line).join(', ')}</p>`);
  return `<div class="callout"><strong>${words.lookAt}</strong>${rows.join('')}</div>`;
}
