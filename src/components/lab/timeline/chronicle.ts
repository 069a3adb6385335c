/** What happened, put in order: workloads with their pods, each pod with the spans of its life and what befell it. */
import type { StoryPart, Tone } from '../frame.ts';
import type { Happening, Mark, PodMoment, SetMoment } from './story.ts';

/** A stretch of time in one state; the last one has no end yet. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number | undefined;
  readonly status: string;
  readonly tone: Tone;
  readonly isReady: boolean;
}

export interface Life {
  readonly uid: string;
  readonly namespace: string;
  readonly name: string;
  /** From 1: which version of its workload's template it was made from; 0 where it has none. */
  readonly version: number;
  readonly spans: readonly Span[];
  readonly marks: readonly Mark[];
}

/** Pods of one name, one after the other. */
export interface Row {
  readonly name: string;
  readonly lives: readonly Life[];
}

export interface Progress extends Omit<SetMoment, 'is' | 'atMs' | 'group'> {
  readonly fromMs: number;
  readonly toMs: number | undefined;
}

/** A workload and its pods; `name` is '' for pods that nobody manages. */
export interface Group {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly progress: readonly Progress[];
  readonly marks: readonly Mark[];
  readonly rows: readonly Row[];
}

export interface Chronicle {
  readonly groups: readonly Group[];
  /** What was done by hand, and what became of nodes. */
  readonly deeds: readonly Mark[];
  /** The times at which something happened, first to last, each once. */
  readonly momentsMs: readonly number[];
}

/** Adds what is news; what never happened after all is taken back. */
export function withStory(
  story: readonly Happening[],
  { from, happenings }: StoryPart,
): readonly Happening[] {
  return [...story.slice(0, from), ...happenings];
}

/** The story in order. Pure: the same happenings give the same chronicle. */
export function chronicleOf(story: readonly Happening[]): Chronicle {
  const builder = new Builder();
  for (const happening of story) builder.add(happening);
  return builder.done();
}

interface Growing<T> {
  spans: T[];
}

class Builder {
  readonly #lives = new Map<string, { first: PodMoment; marks: Mark[] } & Growing<Span>>();
  readonly #groups = new Map<string, { marks: Mark[]; versions: string[] } & Growing<Progress>>();
  readonly #deeds: Mark[] = [];
  readonly #moments = new Set<number>();

  add(happening: Happening): void {
    this.#moments.add(happening.atMs);
    if (happening.is === 'pod') this.#pod(happening);
    else if (happening.is === 'set') this.#set(happening);
    else if (happening.is === 'gone') close(this.#lives.get(happening.uid)?.spans, happening.atMs);
    else this.#mark(happening);
  }

  done(): Chronicle {
    const rows = new Map<string, Map<string, Life[]>>();
    for (const { first, spans, marks } of this.#lives.values()) {
      const { uid, namespace, name, group, version } = first;
      const versions = this.#group(group).versions;
      const life = { uid, namespace, name, version: versions.indexOf(version) + 1, spans, marks };
      const byName = rows.get(group) ?? new Map<string, Life[]>();
      byName.set(`${namespace}/${name}`, [...(byName.get(`${namespace}/${name}`) ?? []), life]);
      rows.set(group, byName);
    }
    const groups = [...this.#groups].map(([key, { spans, marks }]) => {
      const [kind = '', , name = ''] = key.split('/');
      const lives = [...(rows.get(key)?.values() ?? [])];
      const inOrder = lives.map((them) => ({ name: them[0]?.name ?? '', lives: them }));
      return { key, kind, name, progress: spans, marks, rows: inOrder };
    });
    return {
      groups: groups.filter((group) => group.rows.length > 0 || group.progress.length > 0),
      deeds: this.#deeds,
      momentsMs: [...this.#moments].sort((a, b) => a - b),
    };
  }

  #group(key: string): { marks: Mark[]; versions: string[] } & Growing<Progress> {
    let group = this.#groups.get(key);
    if (!group) {
      group = { spans: [], marks: [], versions: [] };
      this.#groups.set(key, group);
    }
    return group;
  }

  #pod(moment: PodMoment): void {
    const { uid, atMs, status, tone, isReady, group, version } = moment;
    const { versions } = this.#group(group);
    if (version !== '' && !versions.includes(version)) versions.push(version);
    let life = this.#lives.get(uid);
    if (!life) {
      life = { first: moment, spans: [], marks: [] };
      this.#lives.set(uid, life);
    }
    follow(life.spans, { fromMs: atMs, toMs: undefined, status, tone, isReady });
  }

  #set({ atMs, group, wanted, ready, updated, isRollout }: SetMoment): void {
    follow(this.#group(group).spans, { fromMs: atMs, toMs: undefined, wanted, ready, updated, isRollout });
  }

  #mark(mark: Mark): void {
    const about = this.#lives.get(mark.about) ?? this.#groups.get(mark.about);
    if (about) about.marks.push(mark);
    else if (mark.about === '') this.#deeds.push(mark);
    else if (mark.about.includes('/')) this.#group(mark.about).marks.push(mark);
  }
}

/** Ends the span before and begins another; one that lasted no time is not kept. */
function follow<T extends { readonly fromMs: number; readonly toMs: number | undefined }>(
  spans: T[],
  next: T,
): void {
  close(spans, next.fromMs);
  if (spans.at(-1)?.fromMs === next.fromMs) spans.pop();
  spans.push(next);
}

function close(
  spans: { readonly fromMs: number; readonly toMs: number | undefined }[] | undefined,
  atMs: number,
): void {
  const last = spans?.at(-1);
  if (spans && last && last.toMs === undefined) spans[spans.length - 1] = { ...last, toMs: atMs };
}
