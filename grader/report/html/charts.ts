// The pictures of the class page, as SVG with words for those who do not see them.
import type { Spread } from '../../statistics/distribution.ts';
import type { TimelineRow } from '../../statistics/stuck.ts';
import type { PageWords } from '../../text/pages.ts';
import { line } from './document.ts';

/** Ten columns, from 0 to 100 %. */
export function histogram({ tenths, median, count }: Spread, words: PageWords): string {
  const [width, height, base] = [300, 96, 78];
  const most = Math.max(1, ...tenths);
  const columns = tenths.map((students, at) => {
    const tall = students === 0 ? 0 : Math.max(2, Math.round((students / most) * (base - 14)));
    const title = `<title>${words.studentsFrom(students, at * 10, at * 10 + 10)}</title>`;
    const label =
      students === 0
        ? ''
        : `<text class="ink" x="${at * 30 + 15}" y="${base - tall - 4}" text-anchor="middle">${students}</text>`;
    return `<g>${title}<rect class="fill" x="${at * 30 + 3}" y="${base - tall}" width="24" height="${tall}" rx="2"/>${label}</g>`;
  });
  const axis = [0, 50, 100].map((percent) => {
    const anchor = percent === 0 ? 'start' : percent === 100 ? 'end' : 'middle';
    return `<text x="${percent * 3}" y="${height - 3}" text-anchor="${anchor}">${percent}%</text>`;
  });
  const said = `${words.distributionOf(count)}. ${words.median} ${median}%.`;
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${line(said)}"><path class="grid" d="M0 ${base + 0.5}H${width}"/>${columns.join('')}${axis.join('')}</svg>`;
}

const rowHeight = 13;
const left = 118;
const right = 692;
/** A pause that is worth seeing. */
const gapMs = 180_000;

/** One line a student, a mark for each thing that was done, long pauses shaded. */
export function timeline(rows: readonly TimelineRow[], label: string): string {
  const endMs = Math.max(1, ...rows.map((row) => row.endMs));
  const height = rows.length * rowHeight + 26;
  const x = (atMs: number) => Math.round((left + (atMs / endMs) * (right - left)) * 10) / 10;
  const drawn = rows.map((row, at) => timelineRow(row, at * rowHeight + 8, x));
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const at = x(share * endMs);
    const anchor = share === 0 ? 'start' : share === 1 ? 'end' : 'middle';
    return `<path class="grid" d="M${at} 0V${height - 18}"/><text x="${at}" y="${height - 4}" text-anchor="${anchor}">${clock(share * endMs)}</text>`;
  });
  return `<svg viewBox="0 0 700 ${height}" role="img" aria-label="${line(label)}">${ticks.join('')}${drawn.join('')}</svg>`;
}

function timelineRow({ student, marks, endMs }: TimelineRow, y: number, x: (atMs: number) => number): string {
  const gaps = marks.flatMap(({ atMs }, at) => {
    const before = marks[at - 1]?.atMs ?? 0;
    if (atMs - before < gapMs) return [];
    return [
      `<rect class="gap" x="${x(before)}" y="${y - 5}" width="${Math.max(1, x(atMs) - x(before))}" height="10" rx="2"/>`,
    ];
  });
  const name = student.length > 17 ? `${student.slice(0, 16)}…` : student;
  return `<g><title>${line(student)}</title><text x="${left - 10}" y="${y + 4}" text-anchor="end">${line(name)}</text>${gaps.join('')}<path class="track" d="M${left} ${y}H${x(endMs)}"/>${marks.map(({ atMs, is }) => mark(is, x(atMs), y)).join('')}</g>`;
}

/** Told apart by shape as well as by colour. */
function mark(is: TimelineRow['marks'][number]['is'], x: number, y: number): string {
  if (is === 'refused') return `<path class="refused" d="M${x} ${y - 5}l4.5 8.5h-9z"/>`;
  if (is === 'written') return `<rect class="written" x="${x - 3}" y="${y - 3}" width="6" height="6"/>`;
  return `<circle class="done" cx="${x}" cy="${y}" r="3"/>`;
}

export function timelineLegend(words: PageWords): string {
  const icon = (is: 'done' | 'refused' | 'written') =>
    `<svg viewBox="-7 -7 14 14" aria-hidden="true">${mark(is, 0, 0)}</svg>`;
  const pause =
    '<svg viewBox="0 0 14 14" aria-hidden="true"><rect class="gap" y="2" width="14" height="10" rx="2"/></svg>';
  return `<ul class="legend"><li>${icon('done')}${words.done}</li><li>${icon('refused')}${words.refused}</li><li>${icon('written')}${words.written}</li><li>${pause}${words.pause}</li></ul>`;
}

/** `1:05`, `1:02:03`. */
export function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
