// What the subcommands of `set` share: changing pod specs inside objects, and sending the change as a patch.
import type { KubeObject } from '../sim/index.ts';
import { PatchError } from '../sim/index.ts';
import type { Context } from './command.ts';
import { printWarnings } from './command.ts';
import { dryRunOf } from './dry-run.ts';
import type { FlagSpec } from './flags.ts';
import { staysHere } from './local.ts';
import type { JsonMap } from './manifest-files.ts';
import { isMap } from './manifest-files.ts';
import { listAt, withValueAt } from './objects.ts';
import type { JsonObject } from './patches.ts';
import { twoWayPatch } from './patches.ts';
import { podSpecPath } from './pod-template.ts';
import type { Problem } from './problems.ts';
import type { Target } from './targets.ts';

export const containersFlag: FlagSpec = {
  name: 'containers',
  short: 'c',
  type: 'string',
  default: '*',
  help: 'The containers to change; may have wildcards',
};

/** The path to a target's pod spec, or what is said of an object without one. */
export function podSpecOf(target: Target): readonly string[] | Problem {
  const { kind, object } = target;
  return (
    podSpecPath(kind, object) ??
    objectProblem(
      target,
      `the object is not a pod or does not have a pod template: *${kind.version}.${kind.kind}`,
    )
  );
}

/** What is wrong with one object before anything was sent. Among others an empty line follows it. */
export function objectProblem({ kind, object }: Target, why: string): Problem {
  return { text: `error: ${kind.plural}/${object.metadata.name} ${why}\n` };
}

/**
 * True where a container's name fits --containers, in which `*` stands for any text. As in Kubernetes the match is loose:
 * the first part may stand anywhere (`b*` fits `web`), and places are counted from the part found before.
 */
export function isSelected(name: string, pattern: string): boolean {
  if (!pattern.includes('*')) return name === pattern;
  const parts = pattern.split('*');
  let from = 0;
  for (const [i, part] of parts.entries()) {
    if (part === '') continue;
    const found = name.slice(from).indexOf(part);
    const isLast = i === parts.length - 1;
    if (found < from || (isLast && name.length !== found + part.length)) return false;
    from = found;
  }
  return true;
}

/** The selected containers of a pod spec, the ordinary ones first. */
export function selectedContainers(object: KubeObject, path: readonly string[], pattern: string): JsonMap[] {
  return ['containers', 'initContainers'].flatMap((list) =>
    listAt(object, ...path, list)
      .filter(isMap)
      .filter(({ name }) => isSelected(String(name), pattern)),
  );
}

/** A copy of the object in which the selected containers are changed. */
export function withContainers(
  object: KubeObject,
  path: readonly string[],
  pattern: string,
  change: (container: JsonMap) => JsonMap,
): KubeObject {
  let next: unknown = object;
  for (const list of ['containers', 'initContainers']) {
    const containers = listAt(object, ...path, list);
    if (containers.length === 0) continue;
    const changed = containers.map((container) =>
      isMap(container) && isSelected(String(container.name), pattern) ? change(container) : container,
    );
    next = withValueAt(next, [...path, list], changed);
  }
  return next as KubeObject;
}

export type Sent =
  | { readonly object: KubeObject; readonly isChanged: boolean }
  | { readonly problem: Problem };

/**
 * Sends what takes a target to its next state, unless that is nothing or a dry run of the client. `failing` stands before
 * what the API server has against it; without it the refusal is told as such.
 */
export function sendChange(context: Context, target: Target, next: KubeObject, failing?: string): Sent {
  const { kind, object } = target;
  const body = twoWayPatch(asJson(object), asJson(next), kind);
  if (body instanceof PatchError) return { problem: objectProblem(target, body.message) };
  const isChanged = Object.keys(body).length > 0;
  if (!isChanged || staysHere(context)) return { object: next, isChanged };
  const { name, namespace = '' } = object.metadata;
  const answer = context.cluster.api.patch(
    kind,
    namespace,
    name,
    { type: 'strategic', body },
    { dryRun: dryRunOf(context) === 'server' },
  );
  printWarnings(context, answer);
  if (answer.ok) return { object: answer.object, isChanged };
  const { status } = answer;
  return {
    problem: failing === undefined ? { status } : { text: `${failing} ${status.message}`, because: status },
  };
}

function asJson(object: KubeObject): JsonObject {
  return object as unknown as JsonObject;
}
