// The update of pods that are of an old template, a few nodes at a time.
// Source: "Perform a Rolling Update on a DaemonSet" and the fields maxUnavailable and maxSurge in the documentation.
// Departs: where Kubernetes takes the nodes in any order, here they come in the order in which they joined.
import type { Pod } from '../../api/pod.ts';
import { isTerminating } from '../pod-facts.ts';
import { isUpdated } from './daemon-pod.ts';
import type { Layout, Slot, Step } from './layout.ts';
import { desiredCount, isPodAvailable, surgeCount, unavailableCount } from './layout.ts';

const nothing: Step = { create: [], remove: [] };

export function rollingUpdate(layout: Layout): Step {
  const { set } = layout;
  if (set.spec.updateStrategy?.type !== 'RollingUpdate') return nothing;
  const desired = desiredCount(layout);
  const maxSurge = surgeCount(set, desired);
  if (maxSurge > 0) return surge(layout, maxSurge, desired);
  // Nothing at all would never get anywhere.
  return replace(layout, Math.max(unavailableCount(set, desired), desired > 0 ? 1 : 0));
}

/** Takes old pods away; the nodes then lack a pod, and get a new one. Old ones that are not available go at once. */
function replace(layout: Layout, maxUnavailable: number): Step {
  let unavailable = 0;
  const broken: Pod[] = [];
  const candidates: Pod[] = [];
  for (const slot of slotsInUse(layout)) {
    const { newPod, oldPod } = podsOf(layout, slot) ?? {};
    const only = newPod && oldPod ? undefined : (newPod ?? oldPod);
    if (!only || !isPodAvailable(layout, only)) {
      unavailable += 1;
      if (only && only === oldPod) broken.push(only);
    } else if (only === oldPod && unavailable < maxUnavailable) candidates.push(only);
  }
  const left = Math.max(0, maxUnavailable - unavailable);
  return { create: [], remove: [...broken, ...candidates.slice(0, left)] };
}

/** Puts new pods beside old ones, and takes the old ones away when the new ones are available. */
function surge(layout: Layout, maxSurge: number, desired: number): Step {
  let [surging, available] = [0, 0];
  const remove: Pod[] = [];
  const misplaced: Pod[] = [];
  const broken: string[] = [];
  const candidates: string[] = [];
  for (const slot of slotsInUse(layout)) {
    const pods = podsOf(layout, slot);
    if (!pods) {
      surging += 1;
      continue;
    }
    const { newPod, oldPod } = pods;
    const first = oldPod ?? newPod;
    if (first && isPodAvailable(layout, first)) available += 1;
    if (!oldPod) continue;
    if (newPod) {
      if (isPodAvailable(layout, newPod)) remove.push(oldPod);
      else surging += 1;
    } else if (!isPodAvailable(layout, oldPod)) {
      if (slot.shouldRun) broken.push(slot.nodeName);
      else remove.push(oldPod);
    } else if (!slot.shouldRun) misplaced.push(oldPod);
    else if (surging < maxSurge) candidates.push(slot.nodeName);
  }
  // A pod that has to move is kept until there are enough elsewhere.
  remove.push(...misplaced.slice(0, Math.max(0, available - desired)));
  return { create: [...broken, ...candidates.slice(0, Math.max(0, maxSurge - surging))], remove };
}

function slotsInUse({ slots }: Layout): readonly Slot[] {
  return slots.filter(({ shouldRun, pods }) => shouldRun || pods.length > 0);
}

/** The new and the old pod of a node; undefined where there are several of a sort, which is not for the update to mend. */
function podsOf({ set, hash }: Layout, slot: Slot): { newPod?: Pod; oldPod?: Pod } | undefined {
  const pods = slot.pods.filter((pod) => !isTerminating(pod));
  const [newPod, ...otherNew] = pods.filter((pod) => isUpdated(set, hash, pod));
  const [oldPod, ...otherOld] = pods.filter((pod) => !isUpdated(set, hash, pod));
  if (otherNew.length + otherOld.length > 0) return undefined;
  return { ...(newPod ? { newPod } : {}), ...(oldPod ? { oldPod } : {}) };
}
