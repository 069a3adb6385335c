// ControllerRevision: one version of a StatefulSet's or DaemonSet's template, kept for rolling back.
import { ageColumn, NONE, nameColumn } from './columns.ts';
import type { Kind } from './kind.ts';
import type { KubeObject } from './meta.ts';
import { controllerOf } from './meta.ts';

export interface ControllerRevision extends KubeObject {
  data?: unknown;
  revision: number;
}

export const ControllerRevisionKind: Kind<ControllerRevision> = {
  group: 'apps',
  version: 'v1',
  kind: 'ControllerRevision',
  plural: 'controllerrevisions',
  singular: 'controllerrevision',
  shortNames: [],
  namespaced: true,
  schema: 'io.k8s.api.apps.v1.ControllerRevision',
  hasStatus: false,
  columns: [
    nameColumn,
    { name: 'CONTROLLER', cell: controllerCell },
    { name: 'REVISION', cell: ({ revision }) => String(revision) },
    ageColumn,
  ],
};

/** `statefulset.apps/web`. */
function controllerCell(object: ControllerRevision): string {
  const owner = controllerOf(object);
  if (owner === undefined) return NONE;
  const [group] = owner.apiVersion.includes('/') ? owner.apiVersion.split('/') : [''];
  const kind = owner.kind.toLowerCase();
  return `${group ? `${kind}.${group}` : kind}/${owner.name}`;
}
