/** Thousands of pods as a map: a small square each, its state told by colour and pattern, and counted in words. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CrowdView, Tone } from './frame.ts';
import type { Palette } from './palette.ts';
import { usePalette } from './palette.ts';
import type { WhyAbout } from './why/view.ts';
import type { Words } from './words.ts';
import { fill } from './words.ts';

const CELL_PX = 9;
const GAP_PX = 2;
const STEP_PX = CELL_PX + GAP_PX;

interface Props {
  readonly crowd: readonly CrowdView[];
  readonly words: Words;
  choose(about: WhyAbout): void;
}

export function Crowd({ crowd, words, choose }: Props): JSX.Element {
  const palette = usePalette();
  return (
    <ul class="lab-crowd" aria-label={words.nodes}>
      {crowd.map((node) => (
        <li key={node.node} class="lab-node">
          <p class="lab-node-name">
            <strong>{node.node || words.unscheduled}</strong>
            <span>{fill(words.podCount, { count: node.names.length })}</span>
          </p>
          <Cells node={node} palette={palette} choose={choose} />
          <p class="lab-crowd-counts">
            {node.counts.map(([status, count]) => `${status} ${count}`).join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

/**
 * Drawn on a canvas: elements by the thousand would not move smoothly. What it measures it is told by the browser, for to ask would have the
 * page laid out anew for every node.
 */
function Cells({ node, palette, choose }: CellsProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const widthPx = useRef(0);
  const drawn = useRef<Drawing>();
  const { names, tones } = node;
  const redraw = useRef<() => void>(() => {});
  redraw.current = () => {
    const drawing = { tones, palette, widthPx: widthPx.current };
    if (!canvas.current || drawing.widthPx === 0 || isSame(drawing, drawn.current)) return;
    drawn.current = drawing;
    draw(canvas.current, drawing);
  };
  useLayoutEffect(() => {
    const host = canvas.current?.parentElement;
    if (!host) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      widthPx.current = Math.floor(entry?.contentRect.width ?? 0);
      redraw.current();
    });
    observer.observe(host);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => redraw.current(), [tones, palette]);
  const nameAt = (x: number, y: number): string => names[indexAt(widthPx.current, x, y)] ?? '';
  return (
    <div aria-hidden="true">
      <canvas
        ref={canvas}
        onMouseMove={({ currentTarget, offsetX, offsetY }) => {
          currentTarget.title = nameAt(offsetX, offsetY);
        }}
        onClick={({ offsetX, offsetY }) => {
          const [namespace = '', name] = nameAt(offsetX, offsetY).split('/');
          if (name !== undefined) choose({ kind: 'Pod', namespace, name });
        }}
      />
    </div>
  );
}

interface CellsProps {
  readonly node: CrowdView;
  readonly palette: Palette;
  choose(about: WhyAbout): void;
}

/** Everything that a canvas shows depends on. */
interface Drawing {
  readonly tones: readonly Tone[];
  readonly palette: Palette;
  readonly widthPx: number;
}

function isSame(one: Drawing, other: Drawing | undefined): boolean {
  return (
    one.widthPx === other?.widthPx &&
    one.palette === other.palette &&
    one.tones.length === other.tones.length &&
    one.tones.every((tone, i) => tone === other.tones[i])
  );
}

function columnsOf(widthPx: number): number {
  return Math.max(1, Math.floor(widthPx / STEP_PX));
}

function indexAt(widthPx: number, x: number, y: number): number {
  return Math.floor(y / STEP_PX) * columnsOf(widthPx) + Math.floor(x / STEP_PX);
}

function draw(canvas: HTMLCanvasElement, { tones, palette, widthPx }: Drawing): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const columns = columnsOf(widthPx);
  const heightPx = Math.max(1, Math.ceil(tones.length / columns)) * STEP_PX;
  const ratio = devicePixelRatio || 1;
  // A canvas that is given its size is empty.
  canvas.width = widthPx * ratio;
  canvas.height = heightPx * ratio;
  canvas.style.height = `${heightPx}px`;
  context.scale(ratio, ratio);
  for (const [index, tone] of tones.entries()) {
    const [x, y] = [(index % columns) * STEP_PX, Math.floor(index / columns) * STEP_PX];
    drawCell(context, x, y, tone, palette[tone]);
  }
}

/** Full: running; empty: waiting; crossed: failed; half: done; a bar: ending or unknown. */
function drawCell(context: CanvasRenderingContext2D, x: number, y: number, tone: Tone, colour: string): void {
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  if (tone === 'running') {
    context.fillRect(x, y, CELL_PX, CELL_PX);
    return;
  }
  context.strokeRect(x + 0.75, y + 0.75, CELL_PX - 1.5, CELL_PX - 1.5);
  context.beginPath();
  if (tone === 'failed') {
    context.moveTo(x + 1, y + 1);
    context.lineTo(x + CELL_PX - 1, y + CELL_PX - 1);
    context.moveTo(x + CELL_PX - 1, y + 1);
    context.lineTo(x + 1, y + CELL_PX - 1);
  } else if (tone === 'done') context.fillRect(x, y + CELL_PX / 2, CELL_PX, CELL_PX / 2);
  else if (tone !== 'waiting') {
    context.moveTo(x + 2, y + CELL_PX / 2);
    context.lineTo(x + CELL_PX - 2, y + CELL_PX / 2);
  }
  context.stroke();
}
