/** A pod's life as a bar, in the colours, patterns and words of its states. */
import type { JSX } from 'preact';
import { elapsedText } from '../clock-text.ts';
import { Glyph } from '../glyph.tsx';
import type { Life, Span } from './chronicle.ts';
import type { Drawing } from './groups.tsx';
import { MarkPlaces } from './mark-places.tsx';

const LETTER_PX = 6.6;
const GLYPH_PX = 18;
const TAG_PX = 20;

export function LifeBar(
  props: Drawing & { readonly life: Life; readonly hasVersions: boolean },
): JSX.Element {
  const { life, hasVersions, ...drawing } = props;
  const hasRoom = (span: Span): boolean => roomOf(span, drawing) > TAG_PX + GLYPH_PX;
  const tagged = hasVersions && life.version > 0 ? life.spans.find(hasRoom) : undefined;
  return (
    <>
      {life.spans.map((span) => (
        <SpanBar
          key={span.fromMs}
          span={span}
          name={life.name}
          tag={span === tagged ? `v${life.version}` : ''}
          {...drawing}
        />
      ))}
      <MarkPlaces marks={life.marks} {...drawing} />
    </>
  );
}

function roomOf({ fromMs, toMs }: Span, { scale, widthPx }: Drawing): number {
  return ((toMs === undefined ? 1 : scale.part(toMs)) - scale.part(fromMs)) * widthPx;
}

function SpanBar(
  props: Drawing & { readonly span: Span; readonly name: string; readonly tag: string },
): JSX.Element | null {
  const { span, name, tag, scale, widthPx, words } = props;
  const left = scale.part(span.fromMs);
  const width = (span.toMs === undefined ? 1 : scale.part(span.toMs)) - left;
  const roomPx = width * widthPx - (tag === '' ? 0 : TAG_PX);
  if (width <= 0) return null;
  return (
    <span
      class="tl-span"
      data-tone={span.tone}
      data-ready={span.isReady}
      data-read={readOf(span, name, words.unready)}
      style={{ left: `${left * 100}%`, width: `max(2px, ${width * 100}%)` }}
    >
      {roomPx > GLYPH_PX && (
        <span class="tl-word">
          {tag !== '' && <b class="tl-version">{tag}</b>}
          <Glyph tone={span.tone} />
          {roomPx > GLYPH_PX + span.status.length * LETTER_PX && span.status}
        </span>
      )}
    </span>
  );
}

function readOf({ fromMs, toMs, status, isReady }: Span, name: string, unready: string): string {
  const time =
    toMs === undefined ? `${elapsedText(fromMs)} –` : `${elapsedText(fromMs)} – ${elapsedText(toMs)}`;
  return `${time} · ${name} · ${status}${status === 'Running' && !isReady ? ` · ${unready}` : ''}`;
}

/** The same for those who hear it. */
export function lifeText({ name, spans, marks }: Life): string[] {
  const told = marks.filter(({ what }) => what !== 'event');
  return [
    ...spans.map((span) => ({ atMs: span.fromMs, text: `${name} ${span.status}` })),
    ...told.map(({ atMs, what, text }) => ({ atMs, text: `${name} ${what} ${text}` })),
  ]
    .sort((a, b) => a.atMs - b.atMs)
    .map(({ atMs, text }) => `${elapsedText(atMs)} ${text}`);
}
