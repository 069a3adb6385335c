// kubectl set image: changes the images of containers, in pods and in pod templates.
import type { KubeObject } from '../../sim/index.ts';
import { isEqual } from '../../sim/index.ts';
import { recorded } from '../change-cause.ts';
import type { Command, Context } from '../command.ts';
import { printWarnings, report, usageError } from '../command.ts';
import { dryRunOf } from '../dry-run.ts';
import { changeFlags, recordFlag } from '../flag-sets.ts';
import { localFlag, staysHere } from '../local.ts';
import { isMap } from '../manifest-files.ts';
import { listAt, withValueAt } from '../objects.ts';
import { outcomePrinter } from '../outcome.ts';
import { podSpecOf } from '../pod-spec-change.ts';
import { containersAt } from '../pod-template.ts';
import type { Problem } from '../problems.ts';
import type { Target } from '../targets.ts';
import { findTargets } from '../targets.ts';

export const setImage: Command = {
  words: ['set', 'image'],
  summary: 'Update the image of a pod template',
  usage:
    'kubectl set image (-f FILENAME | TYPE NAME) CONTAINER_NAME_1=CONTAINER_IMAGE_1 ... CONTAINER_NAME_N=CONTAINER_IMAGE_N [options]',
  flags: [...changeFlags, recordFlag, localFlag],
  *run(context) {
    const { resources, images } = readArguments(context);
    const { targets, problems } = yield* findTargets(context, resources);
    if (problems.length > 0) return report(context, problems);
    if (images.size === 0) throw usageError('at least one image update is required');
    const failed: Problem[] = [];
    const print = outcomePrinter(context);
    for (const target of targets) {
      const outcome = changeImages(context, target, images);
      if ('problems' in outcome) failed.push(...outcome.problems);
      else if (outcome.isChanged) print(target.kind, outcome.object, 'image updated');
    }
    return report(context, failed);
  },
};

function readArguments({ args }: Context): {
  readonly resources: readonly string[];
  readonly images: ReadonlyMap<string, string>;
} {
  const first = args.findIndex((arg) => arg.indexOf('=') > 0);
  const resources = first < 0 ? args : args.slice(0, first);
  const images = new Map<string, string>();
  for (const pair of first < 0 ? [] : args.slice(first)) {
    const equals = pair.indexOf('=');
    if (equals < 0) throw usageError(`all resources must be specified before image changes: ${pair}`);
    images.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
  return { resources, images };
}

type Outcome =
  | { readonly object: KubeObject; readonly isChanged: boolean }
  | { readonly problems: readonly Problem[] };

function changeImages(context: Context, target: Target, images: ReadonlyMap<string, string>): Outcome {
  const { kind, object } = target;
  const path = podSpecOf(target);
  if ('text' in path || 'status' in path) return { problems: [path] };
  const names = containersAt(object, path).map(({ name }) => name);
  const unknown = [...images.keys()].filter((name) => name !== '*' && !names.includes(name));
  if (unknown.length > 0) {
    return {
      problems: unknown.map((name) => ({ text: `unable to find container named ${JSON.stringify(name)}` })),
    };
  }
  const changed = withImages(object, path, images);
  if (isEqual(changed, object)) return { object, isChanged: false };
  const next = recorded(context, changed);
  if (staysHere(context)) return { object: next, isChanged: true };
  const answer = context.cluster.api.update(kind, next, {
    fieldValidation: 'Ignore',
    dryRun: dryRunOf(context) === 'server',
  });
  printWarnings(context, answer);
  if (!answer.ok) {
    const { status } = answer;
    const text = `failed to patch image update to pod template: ${status.message}`;
    return { problems: [{ text, because: status }] };
  }
  return { object: answer.object, isChanged: true };
}

function withImages(
  object: KubeObject,
  path: readonly string[],
  images: ReadonlyMap<string, string>,
): KubeObject {
  let next: unknown = object;
  for (const list of ['containers', 'initContainers']) {
    const containers = listAt(object, ...path, list);
    if (containers.length === 0) continue;
    const changed = containers.map((container) => {
      if (!isMap(container)) return container;
      const image = images.get(String(container.name)) ?? images.get('*');
      return image === undefined ? container : { ...container, image };
    });
    next = withValueAt(next, [...path, list], changed);
  }
  return next as KubeObject;
}
