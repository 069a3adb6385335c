/** Why the API server refused a request: what was in the way, found among the objects and in what became of them. */
import type { Cluster, Kind, KubeObject, ResourceQuota, Status } from '../../../sim/index.ts';
import { findKind, ResourceQuotaKind } from '../../../sim/index.ts';
import type { Denied, Fact } from './fact.ts';
import type { FactRecorder } from './fact-recorder.ts';

export type Denial =
  /** It was there once. */
  | { readonly is: 'no-longer'; readonly kind: string; readonly name: string; readonly goneMs: number }
  /** It never was; `there`: what is there of its kind. */
  | { readonly is: 'never'; readonly kind: string; readonly name: string; readonly there: readonly string[] }
  | { readonly is: 'already'; readonly kind: string; readonly name: string; readonly sinceMs: number }
  | { readonly is: 'changed'; readonly kind: string; readonly name: string }
  /** One field that does not hold against the rules of its kind. */
  | { readonly is: 'field'; readonly field: string; readonly message: string; readonly isFixed: boolean }
  | { readonly is: 'quota'; readonly quota: string; readonly uses: readonly string[] }
  | { readonly is: 'budget' }
  | { readonly is: 'unreadable'; readonly message: string }
  | { readonly is: 'forbidden'; readonly message: string }
  | { readonly is: 'other'; readonly message: string };

export interface Found {
  readonly denials: readonly Denial[];
  /** What tells how that came about: the last thing that became of what was in the way. */
  readonly facts: readonly Fact[];
}

const THERE_MAX = 8;

export function denialOf(cluster: Cluster, recorder: FactRecorder, { status }: Denied): Found {
  const { name = '', kind: word = '' } = status.details ?? {};
  const kind = word === '' ? undefined : findKind(word.toLowerCase());
  const story = kind ? storyOf(recorder, kind, name) : [];
  const last = story.at(-1);
  const told = kind?.kind ?? word;
  switch (status.reason) {
    case 'NotFound':
      if (last?.what.some(({ is }) => is === 'gone')) {
        return { denials: [{ is: 'no-longer', kind: told, name, goneMs: last.atMs }], facts: endOf(story) };
      }
      return kind
        ? { denials: [{ is: 'never', kind: told, name, there: namesOf(cluster, kind) }], facts: [] }
        : other(status);
    case 'AlreadyExists': {
      const made = story.findLast(({ what }) => what.some(({ is }) => is === 'created'));
      if (!made) return other(status);
      return { denials: [{ is: 'already', kind: told, name, sinceMs: made.atMs }], facts: [made] };
    }
    case 'Conflict':
      return { denials: [{ is: 'changed', kind: told, name }], facts: last ? [last] : [] };
    case 'Invalid':
      return { denials: (status.details?.causes ?? []).map(fieldDenial), facts: [] };
    case 'Forbidden':
      return {
        denials: [quotaDenial(cluster, status) ?? { is: 'forbidden', message: status.message }],
        facts: [],
      };
    case 'TooManyRequests':
      return { denials: [{ is: 'budget' }], facts: [] };
    case 'BadRequest':
      return { denials: [{ is: 'unreadable', message: status.message }], facts: [] };
    default:
      return other(status);
  }
}

function other({ message }: Status): Found {
  return { denials: [{ is: 'other', message }], facts: [] };
}

/** What became of the object of this name that was there last. */
function storyOf({ facts }: FactRecorder, { kind }: Kind, name: string): readonly Fact[] {
  const stories = [...facts.values()].filter(
    ([first]) => first?.about.kind === kind && first.about.name === name,
  );
  const telling = stories.map((story) => story.filter(({ what }) => what.length > 0));
  return telling.reduce(
    (latest, it) => ((it.at(-1)?.atMs ?? -1) >= (latest.at(-1)?.atMs ?? -1) ? it : latest),
    [],
  );
}

/** Who asked for its end, and when it was gone. */
function endOf(story: readonly Fact[]): readonly Fact[] {
  return story.filter(({ what }) => what.some(({ is }) => is === 'ending' || is === 'gone'));
}

function namesOf(cluster: Cluster, kind: Kind): readonly string[] {
  const names = cluster.view
    .list(kind)
    .flatMap(({ metadata }: KubeObject) => (metadata.namespace === 'kube-system' ? [] : [metadata.name]));
  return [...new Set(names)].sort().slice(0, THERE_MAX);
}

function fieldDenial(cause: { readonly field: string; readonly message: string }): Denial {
  const { field, message } = cause;
  const isFixed = /field is immutable|updates to .* are forbidden|may not change fields/.test(message);
  return { is: 'field', field, message, isFixed };
}

/** The quota that has no room, with all that it counts. */
function quotaDenial(cluster: Cluster, { message }: Status): Denial | undefined {
  const [, quota] = /exceeded quota: ([\w.-]+)/.exec(message) ?? [];
  if (quota === undefined) return undefined;
  const object = cluster.view
    .list(ResourceQuotaKind)
    .find(({ metadata }: ResourceQuota) => metadata.name === quota);
  const uses = Object.entries(object?.status?.hard ?? {}).map(
    ([what, hard]) => `${what} ${object?.status?.used?.[what] ?? '0'}/${hard}`,
  );
  return { is: 'quota', quota, uses };
}
