// A manifest that was refused: which checks failed for no other reason.
import type { Kind } from '../src/sim/index.ts';
import { EventKind, LeaseKind, NodeKind } from '../src/sim/index.ts';
import type { Check } from './check-definition.ts';
import { readCel } from './checks/cel-expression.ts';
import type { Finding } from './finding.ts';
import { excerpt } from './finding.ts';
import type { Play } from './play.ts';
import type { History } from './state.ts';

/** What changes by itself, whatever was handed in. */
const ambient: ReadonlySet<Kind> = new Set<Kind>([EventKind, LeaseKind, NodeKind]);

/**
 * Where kubectl would not take the manifest, its words say more than what is therefore missing. A check that found something
 * to look at and something wrong with it keeps its own findings.
 */
export function withRefusal(
  check: Check,
  findings: readonly Finding[],
  { refusal, history }: Play,
): readonly Finding[] {
  const [first] = findings;
  if (!refusal || !first) return findings;
  const own = hasSomething(check, history) ? findings.filter((finding) => !isAbsence(finding)) : [];
  if (own.length > 0) return own;
  const seen = { id: 'refused' as const, command: refusal.command, text: excerpt(refusal.text) };
  return [{ wanted: first.wanted, seen }];
}

/** Whether anything that the check looks at came of what was handed in. */
function hasSomething(check: Check, { changes }: History): boolean {
  const resources = resourcesOf(check);
  return changes.some(({ kind }) => (resources ? resources.has(kind.plural) : !ambient.has(kind)));
}

/** The plurals that a check looks at; undefined where it may look at any. */
function resourcesOf(check: Check): ReadonlySet<string> | undefined {
  switch (check.kind) {
    case 'objects':
      return new Set([check.resource]);
    case 'cel':
      return readCel(check.expression).resources;
    case 'order':
      return new Set(check.sequence.map(({ object }) => object.split('/')[0] ?? ''));
    default:
      return undefined;
  }
}

/** Whether all that was seen is that something is not there. */
function isAbsence({ seen }: Finding): boolean {
  switch (seen.id) {
    case 'none-there':
    case 'never-happened':
    case 'window-never-opened':
    case 'cannot-tell':
      return true;
    case 'printed':
      return seen.exitCode !== 0 || seen.text === '';
    default:
      return false;
  }
}
