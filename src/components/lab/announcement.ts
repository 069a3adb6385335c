/** What changed in the picture, in a sentence or two for those who hear it, and not more often than can be listened to. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Picture } from './frame.ts';

const PAUSE_MS = 2500;
const NAMED_MAX = 4;

/** `web-0 Running 1/1. web-1 Pending 0/1.` */
export function changesBetween(before: Picture, after: Picture, deleted: string): string {
  // Of a crowd nothing is said pod by pod.
  if (before.crowd.length > 0 || after.crowd.length > 0) return '';
  const was = new Map(before.pods.map((pod) => [pod.uid, `${pod.status} ${pod.ready}`]));
  const is = new Set(after.pods.map(({ uid }) => uid));
  const changed = after.pods.filter((pod) => was.get(pod.uid) !== `${pod.status} ${pod.ready}`);
  const sentences = [
    ...changed.map((pod) => `${pod.name} ${pod.status} ${pod.ready}.`),
    ...before.pods.filter(({ uid }) => !is.has(uid)).map((pod) => `${pod.name}: ${deleted}.`),
  ];
  const named = sentences.slice(0, NAMED_MAX).join(' ');
  const more = sentences.length - NAMED_MAX;
  return more > 0 ? `${named} +${more}` : named;
}

export function useAnnouncement(picture: Picture, deleted: string): string {
  const [said, say] = useState('');
  const spoken = useRef(picture);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(picture);
  latest.current = picture;
  useEffect(() => {
    if (timer.current !== undefined || spoken.current === picture) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      const sentence = changesBetween(spoken.current, latest.current, deleted);
      spoken.current = latest.current;
      if (sentence !== '') say(sentence);
    }, PAUSE_MS);
  }, [picture, deleted]);
  return said;
}
