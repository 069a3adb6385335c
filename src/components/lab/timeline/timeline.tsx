/** The picture of time: what was done, how workloads came along, and each pod's life as a bar. Drawn from the cluster. */
import type { JSX, TargetedMouseEvent } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { elapsedText } from '../clock-text.ts';
import type { Lab } from '../use-lab.ts';
import type { WhyAbout } from '../why/view.ts';
import type { Words } from '../words.ts';
import { named } from '../words.ts';
import { Deeds } from './deeds.tsx';
import { Groups } from './groups.tsx';
import { ticksOf } from './scale.ts';
import type { Axis } from './use-axis.ts';

/** A second of the axis is at least this wide; what does not fit scrolls. */
const SECOND_MIN_PX = 16;
const TICK_APART_PX = 52;

interface Props {
  readonly lab: Lab;
  readonly axis: Axis;
  readonly words: Words;
  /** The cluster's name among those of the page; '' where it needs none. */
  readonly title: string;
  /** Looks at a pod or an event more closely. */
  choose(about: WhyAbout): void;
}

export function Timeline({ lab, axis, words, title, choose }: Props): JSX.Element {
  const scroller = useRef<HTMLDivElement>(null);
  const [roomPx, setRoom] = useState(0);
  const [read, setRead] = useState('');
  const { chronicle, scale, beginMs, untilMs } = axis;
  const { elapsedMs, endMs } = lab.clock;
  useLayoutEffect(() => {
    const host = scroller.current;
    if (!host) return undefined;
    const observer = new ResizeObserver(() => setRoom(host.clientWidth - namesPx(host)));
    observer.observe(host);
    return () => observer.disconnect();
  }, []);
  const widthPx = Math.max(roomPx, (scale.length / 1000) * SECOND_MIN_PX);
  const nowPart = scale.part(elapsedMs);
  useFollowing(scroller, nowPart * widthPx, roomPx);
  const choosePod = useCallback((uid: string) => choose({ uid }), [choose]);
  const drawn = useMemo(
    () => (
      <>
        <Deeds marks={chronicle.deeds} scale={scale} widthPx={widthPx} words={words} />
        <Groups groups={chronicle.groups} scale={scale} widthPx={widthPx} words={words} choose={choosePod} />
      </>
    ),
    [chronicle, scale, widthPx, words, choosePod],
  );
  const ticks = useMemo(
    () => ticksOf(scale, beginMs, untilMs, TICK_APART_PX / Math.max(1, widthPx)),
    [scale, beginMs, untilMs, widthPx],
  );
  const onClick = (event: TargetedMouseEvent<HTMLElement>): void => {
    const track = (event.target as Element).closest<HTMLElement>('.tl-track');
    if (!track) return;
    // A mark of an event leads to its moment, and answers why it was said.
    const { said, of, at } = (event.target as Element).closest<HTMLElement>('.tl-mark')?.dataset ?? {};
    if (said !== undefined) {
      choose({ said, ...(of ? { of } : {}) });
      lab.seek(Number(at));
      return;
    }
    const box = track.getBoundingClientRect();
    lab.seek(Math.min(endMs, Math.round(scale.timeAt((event.clientX - box.left) / box.width))));
  };
  return (
    <section class="lab-timeline" aria-label={named(words.timeline, title)}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the slider above does the same by keyboard */}
      <div
        class="tl-scroll"
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onClick={onClick}
        onPointerOver={({ target }) => setRead((target as HTMLElement).dataset?.read ?? '')}
        onPointerLeave={() => setRead('')}
      >
        <div class="tl-sheet" style={{ '--tl-width': `${widthPx}px` }}>
          <div class="tl-row tl-axis" aria-hidden="true">
            <span class="tl-name" />
            <div class="tl-track">
              {ticks.map((atMs) => (
                <span key={atMs} class="tl-tick" style={{ left: `${scale.part(atMs) * 100}%` }}>
                  {elapsedText(atMs)}
                </span>
              ))}
              {scale.shortened.map(({ fromMs, toMs }) => (
                <span
                  key={fromMs}
                  class="tl-rest"
                  style={{ left: `${scale.part((fromMs + toMs) / 2) * 100}%` }}
                />
              ))}
            </div>
          </div>
          {drawn}
          <div class="tl-veil" aria-hidden="true">
            <i class="tl-future" style={{ left: `${scale.part(endMs) * 100}%` }} />
            {elapsedMs < endMs && (
              <i
                class="tl-later"
                style={{ left: `${nowPart * 100}%`, right: `${100 - scale.part(endMs) * 100}%` }}
              />
            )}
            <i class="tl-now" style={{ left: `${nowPart * 100}%` }} />
          </div>
        </div>
        {chronicle.groups.length === 0 && <p class="tl-empty">{words.timelineEmpty}</p>}
      </div>
      <p class="tl-read" aria-hidden="true">
        {read === '' ? words.timelineHint : read}
      </p>
    </section>
  );
}

function namesPx(host: HTMLElement): number {
  return host.querySelector<HTMLElement>('.tl-name')?.offsetWidth ?? 0;
}

/** Keeps the present moment in view while time passes. Where it has scrolled to it is told: to ask would have the page laid out. */
function useFollowing(
  scroller: { readonly current: HTMLDivElement | null },
  nowPx: number,
  roomPx: number,
): void {
  const leftPx = useRef(0);
  useEffect(() => {
    const host = scroller.current;
    const note = (): void => {
      leftPx.current = host?.scrollLeft ?? 0;
    };
    host?.addEventListener('scroll', note, { passive: true });
    return () => host?.removeEventListener('scroll', note);
  }, []);
  useEffect(() => {
    const host = scroller.current;
    if (!host || roomPx <= 0) return;
    const isSeen = nowPx >= leftPx.current && nowPx <= leftPx.current + roomPx - 24;
    if (!isSeen) host.scrollLeft = nowPx - roomPx * 0.8;
  }, [Math.round(nowPx), roomPx]);
}
