// Which pods of a node kubectl drain takes away, which it leaves with a word, and which keep it from beginning.
import type { Pod, View } from '../../sim/index.ts';
import { controllerOf, DaemonSetKind, parseRfc3339 } from '../../sim/index.ts';

export interface DrainRules {
  readonly force: boolean;
  readonly ignoresDaemonSets: boolean;
  readonly deletesEmptyDirs: boolean;
  /** Pods that should have been gone for so long are not waited for; 0: all are. */
  readonly skipAfterSeconds: number;
}

type Verdict =
  | { readonly takes: true; readonly warning?: string }
  | { readonly takes: false; readonly warning?: string; readonly error?: string };

export interface Filtered {
  readonly pods: readonly Pod[];
  /** All warnings in one line; '' if there are none. */
  readonly warnings: string;
  readonly errors: readonly string[];
}

const DAEMON_SET_ERROR = 'DaemonSet-managed Pods (use --ignore-daemonsets to ignore)';
const DAEMON_SET_WARNING = 'ignoring DaemonSet-managed Pods';
const EMPTY_DIR_ERROR = 'Pods with local storage (use --delete-emptydir-data to override)';
const EMPTY_DIR_WARNING = 'deleting Pods with local storage';
const UNMANAGED_ERROR = 'Pods that declare no controller (use --force to override)';
const UNMANAGED_WARNING = 'deleting Pods that declare no controller';

/** Departs: the real kubectl names the groups in an order that is chance. */
const ORDER = [
  ...[UNMANAGED_ERROR, EMPTY_DIR_ERROR, DAEMON_SET_ERROR],
  ...[DAEMON_SET_WARNING, EMPTY_DIR_WARNING, UNMANAGED_WARNING],
];

export function filterPods(pods: readonly Pod[], rules: DrainRules, view: View, nowMs: number): Filtered {
  const taken: Pod[] = [];
  const warnings = new Map<string, string[]>();
  const errors = new Map<string, string[]>();
  for (const pod of pods) {
    const verdict = judge(pod, rules, view, nowMs);
    const name = `${pod.metadata.namespace}/${pod.metadata.name}`;
    if (verdict.takes) taken.push(pod);
    else if (verdict.error) note(errors, verdict.error, name);
    if (verdict.warning) note(warnings, verdict.warning, name);
  }
  return {
    pods: taken,
    warnings: lines(warnings).join('; '),
    errors: lines(errors).map((line) => `cannot delete ${line}`),
  };
}

/** What the last rule says that has something to say; the first refusal ends it. */
function judge(pod: Pod, rules: DrainRules, view: View, nowMs: number): Verdict {
  let last: Verdict = { takes: true };
  for (const rule of [skipGone, daemonSets, mirrors, emptyDirs, unmanaged]) {
    last = rule(pod, rules, view, nowMs);
    if (!last.takes) return last;
  }
  return last;
}

type Rule = (pod: Pod, rules: DrainRules, view: View, nowMs: number) => Verdict;

const skipGone: Rule = (pod, { skipAfterSeconds }, _, nowMs) => ({
  takes: !isLongGone(pod, skipAfterSeconds, nowMs),
});

const daemonSets: Rule = (pod, { force, ignoresDaemonSets }, view) => {
  const owner = controllerOf(pod);
  if (owner?.kind !== 'DaemonSet' || hasEnded(pod)) return { takes: true };
  if (!view.get(DaemonSetKind, pod.metadata.namespace ?? '', owner.name)) {
    const missing = `daemonsets.apps "${owner.name}" not found`;
    return force ? { takes: true, warning: missing } : { takes: false, error: missing };
  }
  return ignoresDaemonSets
    ? { takes: false, warning: DAEMON_SET_WARNING }
    : { takes: false, error: DAEMON_SET_ERROR };
};

const mirrors: Rule = ({ metadata }) => ({
  takes: metadata.annotations?.['kubernetes.io/config.mirror'] === undefined,
});

const emptyDirs: Rule = (pod, { deletesEmptyDirs }) => {
  const isLocal = (pod.spec.volumes ?? []).some((volume) => volume.emptyDir !== undefined);
  if (!isLocal || hasEnded(pod)) return { takes: true };
  return deletesEmptyDirs
    ? { takes: true, warning: EMPTY_DIR_WARNING }
    : { takes: false, error: EMPTY_DIR_ERROR };
};

const unmanaged: Rule = (pod, { force }) => {
  if (hasEnded(pod) || controllerOf(pod)) return { takes: true };
  return force ? { takes: true, warning: UNMANAGED_WARNING } : { takes: false, error: UNMANAGED_ERROR };
};

export function isLongGone({ metadata }: Pod, seconds: number, nowMs: number): boolean {
  const sinceMs = parseRfc3339(metadata.deletionTimestamp ?? '');
  return seconds > 0 && sinceMs !== undefined && Math.trunc((nowMs - sinceMs) / 1000) > seconds;
}

function hasEnded({ status }: Pod): boolean {
  return status?.phase === 'Succeeded' || status?.phase === 'Failed';
}

function note(groups: Map<string, string[]>, message: string, name: string): void {
  groups.set(message, [...(groups.get(message) ?? []), name]);
}

function lines(groups: ReadonlyMap<string, readonly string[]>): string[] {
  const rank = (message: string) => ORDER.indexOf(message);
  const sorted = [...groups].sort(([a], [b]) => rank(a) - rank(b));
  return sorted.map(([message, names]) => `${message}: ${names.join(', ')}`);
}
