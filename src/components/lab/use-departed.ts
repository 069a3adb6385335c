/** Pods that were just deleted stay for a moment as outlines, so that the eye can follow. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PodView } from './frame.ts';

const STAY_MS = 700;

export function useDeparted(pods: readonly PodView[]): readonly PodView[] {
  const before = useRef<readonly PodView[]>(pods);
  const [gone, setGone] = useState<readonly PodView[]>([]);
  useEffect(() => {
    const alive = new Set(pods.map(({ uid }) => uid));
    const left = before.current.filter(({ uid }) => !alive.has(uid));
    before.current = pods;
    if (left.length === 0) return;
    setGone((some) => [...some, ...left]);
    setTimeout(() => setGone((some) => some.filter((pod) => !left.includes(pod))), STAY_MS);
  }, [pods]);
  return gone;
}
