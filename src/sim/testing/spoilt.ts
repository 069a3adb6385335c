// Objects of small kinds that are right but for what a test spoils in them.
import { decode } from '../api/decode.ts';
import { kindFor } from '../api/discovery.ts';
import type { Kind } from '../api/kind.ts';
import type { KubeObject } from '../api/meta.ts';
import { renderFieldError } from '../machinery/field-error.ts';

/** A valid object of each kind, to be spoilt. */
const valid: Readonly<Record<string, object>> = {
  ConfigMap: { apiVersion: 'v1' },
  ControllerRevision: { apiVersion: 'apps/v1', data: {}, revision: 1 },
  EndpointSlice: { apiVersion: 'discovery.k8s.io/v1', addressType: 'IPv4', endpoints: [] },
  Endpoints: { apiVersion: 'v1' },
  Event: {
    apiVersion: 'v1',
    metadata: { name: 'x', namespace: 'default' },
    involvedObject: { kind: 'Pod', name: 'p', namespace: 'default' },
  },
  Ingress: {
    apiVersion: 'networking.k8s.io/v1',
    spec: { defaultBackend: { service: { name: 'web', port: { number: 80 } } } },
  },
  Lease: { apiVersion: 'coordination.k8s.io/v1' },
  Node: { apiVersion: 'v1' },
  PriorityClass: { apiVersion: 'scheduling.k8s.io/v1', value: 1 },
  Secret: { apiVersion: 'v1' },
  Service: { apiVersion: 'v1', spec: { ports: [{ port: 80 }] } },
  ServiceAccount: { apiVersion: 'v1' },
  StorageClass: { apiVersion: 'storage.k8s.io/v1', provisioner: 'example.com/disk' },
};

/** The object with other fields, decoded and filled in as the API server does it. */
export function objectOf(kind: string, more: object): { of: Kind; object: KubeObject } {
  const manifest = { kind, metadata: { name: 'x' }, ...valid[kind], ...more } as unknown as KubeObject;
  const of = kindFor(manifest.apiVersion, kind) as Kind;
  const decoded = decode(of, manifest, 'Strict');
  if (!decoded.ok) throw new Error(decoded.message);
  of.defaults?.(decoded.object);
  return { of, object: decoded.object };
}

/** What is wrong with such an object. */
export function refusalsOf(kind: string, more: object): string[] {
  const { of, object } = objectOf(kind, more);
  return (of.validate?.(object) ?? []).map(renderFieldError);
}
