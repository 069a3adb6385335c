// ControllerRevision: one version of a StatefulSet's or DaemonSet's template, kept for rolling back.
import type { Kind } from './kind.ts';
import type { KubeObject } from './meta.ts';

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
  columns: [],
};
