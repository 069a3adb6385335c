/** The lab's words come from content/<locale>/ui.yaml, as props; here is how a number gets into one. */
import type { LabWord } from '../../course/lab-words.ts';

/** The name of one of them. */
export type Word = LabWord;
export type Words = Readonly<Record<LabWord, string>>;

/** What a part of a cluster is called where a page has several clusters: `Terminal, Name each pod`. */
export function named(part: string, title: string): string {
  return title === '' ? part : `${part}, ${title}`;
}

/** Puts values where `{{name}}` stands. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
