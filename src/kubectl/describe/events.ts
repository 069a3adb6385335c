// The Events at the end of a description.
import type { Event, KubeObject } from '../../sim/index.ts';
import { EventKind } from '../../sim/index.ts';
import { byTime, eventAge } from '../event-age.ts';
import type { Surroundings } from './describer.ts';
import type { Document } from './document.ts';

/** Adds the events about an object if they are asked for, those of one time in the order in which they came. */
export function addEvents(document: Document, object: KubeObject, view: Surroundings, nowMs: number): void {
  if (!view.showsEvents) return;
  const namespace = object.metadata.namespace ?? 'default';
  const events = view.list(EventKind, namespace).filter((event) => isAbout(event, object));
  if (events.length === 0) {
    document.line(0, 'Events:', '<none>');
    return;
  }
  events.sort(byTime);
  document.line(0, 'Events:');
  document.line(1, 'Type', 'Reason', 'Age', 'From', 'Message');
  document.line(1, '----', '------', '----', '----', '-------');
  for (const event of events) document.line(1, ...row(event, nowMs));
}

function isAbout({ involvedObject }: Event, { kind, metadata }: KubeObject): boolean {
  const { kind: itsKind, name, uid } = involvedObject;
  // Nodes are named by their name in place of a uid.
  return itsKind === kind && name === metadata.name && (uid === metadata.uid || kind === 'Node');
}

function row(event: Event, nowMs: number): string[] {
  const about = event.involvedObject.fieldPath;
  const message = `${about ? `${about}: ` : ''}${(event.message ?? '').trim()}`;
  return [
    event.type ?? '',
    event.reason ?? '',
    eventAge(event, nowMs),
    event.source?.component ?? event.reportingComponent ?? '',
    message,
  ];
}
