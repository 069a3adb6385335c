// How deeply a script is nested, before any parser follows it: a parser's own depth is the host's stack, which is not the same
// everywhere.

/** Far beyond what anybody writes, and well within what every stack holds. */
export const NESTING_MAX = 200;

const steps = /[({[]|[)}\]]|\b(?:then|do|case|fi|done|esac)\b/g;

/** The most levels open at once: brackets of any kind, loops, branches. What stands in quotes counts too. */
export function nestingOf(script: string): number {
  let depth = 0;
  let most = 0;
  for (const [step] of script.matchAll(steps)) {
    if (/^(?:[({[]|then|do|case)$/.test(step)) depth += 1;
    else depth = Math.max(0, depth - 1);
    most = Math.max(most, depth);
  }
  return most;
}
