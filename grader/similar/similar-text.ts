// What is alike, in words that accuse nobody.
import type { Locale } from '../locale.ts';
import { shownLine } from '../report/shown.ts';
import { similarWords } from '../text/similar-words.ts';
import type { Cluster } from './clusters.ts';

/** `clusters` by exercise. */
export function similarText(clusters: ReadonlyMap<string, readonly Cluster[]>, locale: Locale): string {
  const words = similarWords[locale];
  const lines: string[] = [];
  for (const [exercise, own] of clusters) {
    for (const { students, pairs } of own) {
      lines.push(`${exercise}: ${students.map(shownLine).join(', ')}`);
      for (const { students: two, likeness, shared } of pairs.slice(0, 5)) {
        lines.push(`  ${two.map(shownLine).join(' ~ ')}: ${words.alike(Math.round(likeness * 100))}`);
        for (const { kind, text, among } of shared) {
          lines.push(`    ${words.kinds[kind]}: ${shownLine(text)}  (${words.among(among)})`);
        }
      }
      lines.push('');
    }
  }
  lines.push(lines.length === 0 ? words.none : words.note);
  return `${lines.join('\n')}\n`;
}
