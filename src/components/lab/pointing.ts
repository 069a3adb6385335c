/** What the pointer or the keyboard is at, and what belongs to it. Names: `pod:default/web-0`, `service:default/web` … */
import type { Picture, PodView } from './frame.ts';

export interface Pointing {
  readonly at: string;
  point(what: string): void;
}

/** The handlers of something that can be pointed at. */
export function pointable(pointing: Pointing, name: string) {
  return {
    onMouseEnter: () => pointing.point(name),
    onMouseLeave: () => pointing.point(''),
    onFocus: () => pointing.point(name),
    onBlur: () => pointing.point(''),
  };
}

export function podName({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return `pod:${namespace}/${name}`;
}

/** Whether a pod belongs to what is pointed at. */
export function belongs(pod: PodView, at: string, { services }: Picture): boolean {
  const { namespace, name, claims, group } = pod;
  if (at === podName(pod) || at === `set:${group}`) return true;
  if (claims.some((claim) => at === `claim:${namespace}/${claim}`)) return true;
  const service = services.find((it) => at === `service:${it.namespace}/${it.name}`);
  return service?.namespace === namespace && [...service.ready, ...service.unready].includes(name);
}

/** Lines from a Service to the pods behind it, while it is pointed at; from every pod to its claims, always. */
export function linesOf(
  { pods, services }: Picture,
  at: string,
): { readonly from: string; readonly to: string }[] {
  const claims = pods.flatMap((pod) =>
    pod.claims.map((claim) => ({ from: podName(pod), to: `claim:${pod.namespace}/${claim}` })),
  );
  const service = services.find((it) => at === `service:${it.namespace}/${it.name}`);
  const endpoints = (service?.ready ?? []).map((name) => ({
    from: at,
    to: podName({ namespace: service?.namespace ?? '', name }),
  }));
  return [...claims, ...endpoints];
}
