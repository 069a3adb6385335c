// Event: something that happened to an object, with how often.
import { sinceText } from './columns.ts';
import { validateEvent } from './event-validation.ts';
import type { Kind } from './kind.ts';
import type { KubeObject, ObjectReference } from './meta.ts';

export interface Event extends KubeObject {
  involvedObject: ObjectReference;
  reason?: string;
  message?: string;
  type?: 'Normal' | 'Warning';
  source?: { component?: string; host?: string };
  reportingComponent?: string;
  reportingInstance?: string;
  firstTimestamp?: string;
  lastTimestamp?: string;
  count?: number;
  /** The newer form of first and last time, and of the count. */
  eventTime?: string | null;
  series?: { count?: number; lastObservedTime?: string };
}

export const EventKind: Kind<Event> = {
  group: '',
  version: 'v1',
  kind: 'Event',
  plural: 'events',
  singular: 'event',
  shortNames: ['ev'],
  namespaced: true,
  schema: 'io.k8s.api.core.v1.Event',
  hasStatus: false,
  validate: validateEvent,
  columns: [
    { name: 'LAST SEEN', cell: (event, nowMs) => lastSeen(event, nowMs) },
    { name: 'TYPE', cell: ({ type = '' }) => type },
    { name: 'REASON', cell: ({ reason = '' }) => reason },
    { name: 'OBJECT', cell: objectCell },
    { name: 'SUBOBJECT', wide: true, cell: ({ involvedObject }) => involvedObject.fieldPath ?? '' },
    { name: 'SOURCE', wide: true, cell: sourceCell },
    { name: 'MESSAGE', cell: ({ message = '' }) => message.trim() },
    { name: 'FIRST SEEN', wide: true, cell: (event, nowMs) => firstSeen(event, nowMs) },
    { name: 'COUNT', wide: true, cell: ({ series, count }) => String(series?.count ?? (count || 1)) },
    { name: 'NAME', wide: true, cell: ({ metadata }) => metadata.name },
  ],
};

function firstSeen({ firstTimestamp, eventTime }: Event, nowMs: number): string {
  return sinceText(firstTimestamp || eventTime, nowMs);
}

function lastSeen(event: Event, nowMs: number): string {
  const last = event.series?.lastObservedTime || event.lastTimestamp;
  return last ? sinceText(last, nowMs) : firstSeen(event, nowMs);
}

function objectCell({ involvedObject: { kind = '', name } }: Event): string {
  return name ? `${kind.toLowerCase()}/${name}` : kind.toLowerCase();
}

function sourceCell({ source, reportingComponent, reportingInstance }: Event): string {
  const component = source?.component || reportingComponent || '';
  const instance = source?.host || reportingInstance;
  return instance ? `${component}, ${instance}` : component;
}
