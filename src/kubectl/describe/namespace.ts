// kubectl describe namespace.
import type { Namespace } from '../../sim/index.ts';
import { addBounds } from './bounds.ts';
import type { Describer } from './describer.ts';
import { annotationEntries, Document, mapEntries } from './document.ts';

export const describeNamespace: Describer<Namespace> = ({ metadata, status }, view) => {
  const document = new Document();
  document.line(0, 'Name:', metadata.name);
  document.entries(0, 'Labels:', mapEntries(metadata.labels));
  document.entries(0, 'Annotations:', annotationEntries(metadata.annotations));
  document.line(0, 'Status:', status?.phase ?? '');
  addBounds(document, metadata.name, view);
  return document.toString();
};
