// -l and --field-selector: which objects of a kind a command is about.
import type { Kind, KubeObject } from '../sim/index.ts';
import { parseFieldSelector, parseSelector } from '../sim/index.ts';
import type { Context } from './command.ts';
import { CommandError } from './command.ts';

export interface Selectors {
  readonly labels: string;
  readonly fields: string;
}

/** What the flags say; empty where they do not, or the command has none. */
export function selectorsOf({ flags, command }: Context): Selectors {
  const labels = command.ownsSelector ? '' : (flags.text('selector') ?? '');
  return { labels, fields: flags.text('field-selector') ?? '' };
}

/** The selectors as a test on objects of a kind. Throws `CommandError` with the API server's words. */
export function matcherOf(kind: Kind, selectors: Selectors): (object: KubeObject) => boolean {
  const byLabels = labelMatcher(kind, selectors);
  const byFields = fieldMatcher(kind, selectors);
  return (object) => byLabels(object) && byFields(object);
}

function labelMatcher(kind: Kind, selectors: Selectors): (object: KubeObject) => boolean {
  if (selectors.labels === '') return () => true;
  const parsed = parseSelector(selectors.labels);
  if (!parsed.ok) throw refused(kind, selectors, parsed.error);
  return (object) => parsed.value.matches(object.metadata.labels ?? {});
}

function fieldMatcher(kind: Kind, selectors: Selectors): (object: KubeObject) => boolean {
  if (selectors.fields === '') return () => true;
  const parsed = parseFieldSelector(kind, selectors.fields);
  if (!parsed.ok) throw refused(kind, selectors, parsed.error);
  return parsed.value;
}

function refused(kind: Kind, { labels, fields }: Selectors, why: string): CommandError {
  const resource = `${kind.group}/${kind.version}, Resource=${kind.plural}`;
  const asked = `label selector ${JSON.stringify(labels)}, field selector ${JSON.stringify(fields)}`;
  return new CommandError(
    `Error from server (BadRequest): Unable to find ${JSON.stringify(resource)} that match ${asked}: ${why}`,
  );
}
