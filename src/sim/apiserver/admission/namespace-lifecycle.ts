// Nothing is created in a namespace that is not there or is on its way out.
import { NamespaceKind } from '../../api/namespace.ts';
import { forbidden, notFound } from '../status.ts';
import type { AdmissionPlugin } from './index.ts';

export const namespaceLifecycle: AdmissionPlugin = ({ kind, draft, view }) => {
  if (!kind.namespaced) return undefined;
  const name = draft.metadata.namespace ?? '';
  const namespace = view.get(NamespaceKind, '', name);
  if (!namespace) return notFound(NamespaceKind, name);
  if (namespace.metadata.deletionTimestamp === undefined) return undefined;
  const why = `unable to create new content in namespace ${name} because it is being terminated`;
  return forbidden(kind, draft.metadata.name, why);
};
