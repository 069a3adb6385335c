/** Thousands of pods, as little of each as a map of them needs. */
import type { Pod } from '../../sim/index.ts';
import type { CrowdView, Tone } from './frame.ts';
import { podSummaryView } from './pod-view.ts';

/** Nodes in order; '' holds the pods that are on none. */
export function crowdViews(pods: readonly Pod[], nodes: readonly string[]): CrowdView[] {
  const names = new Map<string, string[]>();
  const tones = new Map<string, Tone[]>();
  const counts = new Map<string, Map<string, number>>();
  for (const pod of pods) {
    const node = pod.spec.nodeName ?? '';
    const { status, tone } = podSummaryView(pod);
    at(names, node, () => []).push(`${pod.metadata.namespace ?? ''}/${pod.metadata.name}`);
    at(tones, node, () => []).push(tone);
    const counted = at(counts, node, () => new Map<string, number>());
    counted.set(status, (counted.get(status) ?? 0) + 1);
  }
  const all = ['', ...nodes].filter((node) => node !== '' || names.has(''));
  return all.map((node) => ({
    node,
    names: names.get(node) ?? [],
    tones: tones.get(node) ?? [],
    counts: [...(counts.get(node) ?? [])],
  }));
}

function at<V>(map: Map<string, V>, key: string, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
