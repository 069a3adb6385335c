/** Thousands of pods as a map: a small square each, its state told by colour and pattern, and counted in words. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CrowdView, Tone } from './frame.ts';
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
  return (
    <ul class="lab-crowd" aria-label={words.nodes}>
      {crowd.map((node) => (
        <li key={node.node} class="lab-node">
          <p class="lab-node-name">
            <strong>{node.node || words.unscheduled}</strong>
            <span>{fill(words.podCount, { count: node.names.length })}</span>
          </p>
          <Cells node={node} choose={choose} />
          <p class="lab-crowd-counts">
            {node.counts.map(([status, count]) => `${status} ${count}`).join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Drawn on a canvas: elements by the thousand would not move smoothly. */
function Cells({ node, choose }: { readonly node: CrowdView; choose(about: WhyAbout): void }): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { names, tones } = node;
  useLayoutEffect(() => {
    const host = canvas.current;
    if (!host) return undefined;
    const redraw = (): void => draw(host, tones);
    redraw();
    const observer = new ResizeObserver(redraw);
    if (host.parentElement) observer.observe(host.parentElement);
    return () => observer.disconnect();
  }, [tones]);
  return (
    <div aria-hidden="true">
      <canvas
        ref={canvas}
        onMouseMove={({ currentTarget: it, offsetX, offsetY }) => {
          it.title = names[indexAt(it, offsetX, offsetY)] ?? '';
        }}
        onClick={({ currentTarget: it, offsetX, offsetY }) => {
          const [namespace = '', name] = (names[indexAt(it, offsetX, offsetY)] ?? '').split('/');
          if (name !== undefined) choose({ kind: 'Pod', namespace, name });
        }}
      />
    </div>
  );
}

function columnsOf(canvas: HTMLCanvasElement): number {
  return Math.max(1, Math.floor(canvas.clientWidth / STEP_PX));
}

function indexAt(canvas: HTMLCanvasElement, x: number, y: number): number {
  return Math.floor(y / STEP_PX) * columnsOf(canvas) + Math.floor(x / STEP_PX);
}

function draw(canvas: HTMLCanvasElement, tones: readonly Tone[]): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const columns = columnsOf(canvas);
  const heightPx = Math.max(1, Math.ceil(tones.length / columns)) * STEP_PX;
  const ratio = devicePixelRatio || 1;
  canvas.width = canvas.clientWidth * ratio;
  canvas.height = heightPx * ratio;
  canvas.style.height = `${heightPx}px`;
  context.scale(ratio, ratio);
  const style = getComputedStyle(canvas);
  const colours = new Map<Tone, string>();
  for (const [index, tone] of tones.entries()) {
    const colour = colours.get(tone) ?? style.getPropertyValue(COLOURS[tone]).trim();
    colours.set(tone, colour);
    drawCell(context, (index % columns) * STEP_PX, Math.floor(index / columns) * STEP_PX, tone, colour);
  }
}

const COLOURS: Readonly<Record<Tone, string>> = {
  running: '--petset-running',
  waiting: '--petset-waiting',
  failed: '--petset-failed',
  done: '--petset-gone',
  ending: '--petset-gone',
  unknown: '--petset-gone',
};

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
