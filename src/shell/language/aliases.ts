// Aliases: short words for what is typed often. A shell at a prompt puts the meaning in place of the word before it runs a line;
// scripts know none.
import type { SyntaxNode } from 'unbash';
import { forEachChild } from 'unbash';
import { readScript } from '../script.ts';

export type Aliases = ReadonlyMap<string, string>;

/** So often a meaning is put in place in one line; beyond it words stay as they are. */
const REPLACEMENTS_MAX = 1000;

/** A text with the meaning of each alias in place of its name, where the name is the first word of a command and nothing in it is quoted. */
export function expandAliases(text: string, aliases: Aliases): string {
  if (aliases.size === 0) return text;
  const budget = { left: REPLACEMENTS_MAX };
  return expand(text, aliases, new Set(), budget);
}

/** `open`: names within whose meaning the text stands. There they mean the command itself, as in `alias ls='ls -l'`. */
function expand(text: string, aliases: Aliases, open: ReadonlySet<string>, budget: { left: number }): string {
  let expanded = text;
  for (const { pos, end } of firstWords(text).toSorted((a, b) => b.pos - a.pos)) {
    const name = text.slice(pos, end);
    const meaning = open.has(name) ? undefined : aliases.get(name);
    if (meaning === undefined || budget.left-- <= 0) continue;
    const whole = expand(meaning, aliases, new Set([...open, name]), budget);
    expanded = expanded.slice(0, pos) + whole + expanded.slice(end);
  }
  return expanded;
}

interface Place {
  readonly pos: number;
  readonly end: number;
}

/** Where the names of commands stand, those within `$(…)` too. */
function firstWords(text: string): readonly Place[] {
  const places: Place[] = [];
  const visit = (node: SyntaxNode): void => {
    // What has a text of its own (in escaped backquotes) is not at this place.
    if (node.type === 'Script' && node.source !== undefined) return;
    if (node.type === 'Command' && node.name) places.push(node.name);
    forEachChild(node, visit);
  };
  visit(readScript(text).script as SyntaxNode);
  return places;
}
