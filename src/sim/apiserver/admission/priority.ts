// The name of a priority class becomes a number in the pod; a pod that names none gets the default class, or 0.
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { PriorityClass } from '../../api/priority-class.ts';
import { PriorityClassKind, systemPriorityClasses } from '../../api/priority-class.ts';
import type { View } from '../../component.ts';
import type { Status } from '../status.ts';
import { forbidden } from '../status.ts';
import type { AdmissionPlugin, UpdatePlugin } from './index.ts';

export const priority: AdmissionPlugin = ({ kind, draft, view }) => {
  if (kind === PriorityClassKind) return refuseSecondDefault(draft as PriorityClass, view);
  if (kind !== PodKind) return undefined;
  const { spec, metadata } = draft as Pod;
  const refuse = (why: string) => forbidden(kind, metadata.name, why);
  const named = spec.priorityClassName;
  const found = named ? classNamed(named, view) : defaultClass(view);
  if (named && !found) return refuse(`no PriorityClass with name ${named} was found`);
  const value = found?.value ?? 0;
  const policy = found?.preemptionPolicy ?? 'PreemptLowerPriority';
  const from = 'priority admission controller computed';
  if (spec.priority !== undefined && spec.priority !== value) {
    const why = `the integer value of priority (${spec.priority}) must not be provided in pod spec`;
    return refuse(`${why}; ${from} ${value} from the given PriorityClass name`);
  }
  if (spec.preemptionPolicy && spec.preemptionPolicy !== policy) {
    const why = `the string value of PreemptionPolicy (${spec.preemptionPolicy}) must not be provided in pod spec`;
    return refuse(`${why}; ${from} ${policy} from the given PriorityClass name`);
  }
  if (found) spec.priorityClassName = found.metadata.name;
  spec.priority = value;
  spec.preemptionPolicy = policy;
  return undefined;
};

export const singleDefaultPriority: UpdatePlugin = ({ kind, next, view }) =>
  kind === PriorityClassKind ? refuseSecondDefault(next as PriorityClass, view) : undefined;

function refuseSecondDefault(given: PriorityClass, view: View): Status | undefined {
  if (!given.globalDefault) return undefined;
  const other = defaultClass(view);
  if (!other || other.metadata.name === given.metadata.name) return undefined;
  const why = `PriorityClass ${other.metadata.name} is already marked as default. Only one default can exist`;
  return forbidden(PriorityClassKind, given.metadata.name, why);
}

/** The system's own count even before they are objects. */
function classNamed(name: string, view: View): PriorityClass | undefined {
  const found = view.get(PriorityClassKind, '', name);
  return found ?? systemPriorityClasses.find(({ metadata }) => metadata.name === name);
}

/** Of several, as a race may leave them, that of the lowest value. */
function defaultClass(view: View): PriorityClass | undefined {
  const marked = [...view.list(PriorityClassKind)].filter(({ globalDefault }) => globalDefault);
  return marked.sort((a, b) => a.value - b.value)[0];
}
