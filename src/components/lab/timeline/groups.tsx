/** Workloads, each with how far it has come, and below it a row for every pod. */
import type { JSX } from 'preact';
import { elapsedText } from '../clock-text.ts';
import { setText } from '../set-text.ts';
import type { Words } from '../words.ts';
import { fill } from '../words.ts';
import type { Group, Progress, Row } from './chronicle.ts';
import { LifeBar, lifeText } from './life-bar.tsx';
import { MarkPlaces } from './mark-places.tsx';
import type { Scale } from './scale.ts';

/** More rows than this are counted, not drawn. */
const ROWS_MAX = 120;

export interface Drawing {
  readonly scale: Scale;
  readonly widthPx: number;
  readonly words: Words;
}

interface Props extends Drawing {
  readonly groups: readonly Group[];
  choose(uid: string): void;
}

export function Groups({ groups, choose, ...drawing }: Props): JSX.Element {
  const { words } = drawing;
  let left = ROWS_MAX;
  const hidden = groups.reduce((sum, { rows }) => sum + rows.length, 0) - ROWS_MAX;
  return (
    <>
      {groups.map((group) => {
        const rows = group.rows.slice(0, left);
        left -= rows.length;
        return (
          <section
            key={group.key}
            class="tl-group"
            aria-label={`${group.kind} ${group.name}`.trim() || words.noOwner}
          >
            <div class="tl-row tl-head">
              <span class="tl-name" title={`${group.kind} ${group.name}`}>
                {group.name || words.noOwner}
              </span>
              <div class="tl-track" aria-hidden="true">
                {group.progress.map((progress) => (
                  <Stage key={progress.fromMs} kind={group.kind} progress={progress} {...drawing} />
                ))}
                <MarkPlaces marks={group.marks} {...drawing} />
              </div>
            </div>
            {rows.map((row) => (
              <PodRow key={row.lives[0]?.uid} row={row} group={group} choose={choose} {...drawing} />
            ))}
          </section>
        );
      })}
      {hidden > 0 && <p class="tl-more">{fill(words.podsLeftOut, { count: hidden })}</p>}
    </>
  );
}

function PodRow(
  props: Drawing & { readonly row: Row; readonly group: Group; choose(uid: string): void },
): JSX.Element {
  const { row, group, choose, ...drawing } = props;
  const hasVersions = group.rows.some(({ lives }) => lives.some(({ version }) => version > 1));
  return (
    <div class="tl-row">
      <button
        type="button"
        class="tl-name"
        title={fill(drawing.words.whyOf, { what: row.name })}
        onClick={() => choose(row.lives.at(-1)?.uid ?? '')}
      >
        {shortened(row.name, group.name)}
      </button>
      <div class="tl-track" aria-hidden="true">
        {row.lives.map((life) => (
          <LifeBar key={life.uid} life={life} hasVersions={hasVersions} {...drawing} />
        ))}
      </div>
      <ol class="sr-only">
        {row.lives
          .flatMap((life) => lifeText(life))
          .map((text, index) => (
            <li key={index}>{text}</li>
          ))}
      </ol>
    </div>
  );
}

/** Of a name made up for a pod, its end is what tells it apart: `…-8bb7h`. */
function shortened(name: string, owner: string): string {
  const parts = name.startsWith(`${owner}-`) ? name.slice(owner.length + 1).split('-') : [];
  const last = parts.at(-1) ?? '';
  return last.length === 5 ? `…-${last}` : name;
}

/** A stage of a workload: as wanted, on the way there, or replacing its pods. */
function Stage(props: Drawing & { readonly kind: string; readonly progress: Progress }): JSX.Element {
  const { kind, progress, scale, widthPx, words } = props;
  const { fromMs, toMs, wanted, ready, updated, isRollout } = progress;
  const left = scale.part(fromMs);
  const width = (toMs === undefined ? 1 : scale.part(toMs)) - left;
  const text = setText({ kind, wanted, ready, updated, isRollout }, words);
  const short = `${isRollout ? `↻ ${updated}` : ready}/${wanted}`;
  const roomPx = width * widthPx;
  return (
    <span
      class="tl-stage"
      data-is={isRollout ? 'rollout' : ready >= wanted ? 'done' : 'short'}
      data-read={`${elapsedText(fromMs)} · ${text}`}
      style={{ left: `${left * 100}%`, width: `${width * 100}%` }}
    >
      {roomPx > text.length * 6.5 + 8 ? text : roomPx > short.length * 6.5 + 6 ? short : ''}
    </span>
  );
}
