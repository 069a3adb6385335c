// Every pod runs under a service account, and gets its token, the cluster's CA and its namespace as files.
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { Container, Volume } from '../../api/pod-spec.ts';
import { ServiceAccountKind } from '../../api/service-account.ts';
import { randomSuffix } from '../../machinery/names.ts';
import { forbidden } from '../status.ts';
import type { AdmissionPlugin } from './index.ts';

const mountPath = '/var/run/secrets/kubernetes.io/serviceaccount';

export const serviceAccount: AdmissionPlugin = ({ kind, draft, view, random }) => {
  if (kind !== PodKind) return undefined;
  const { spec, metadata } = draft as Pod;
  spec.serviceAccountName ||= 'default';
  spec.serviceAccount = spec.serviceAccountName;
  const account = view.get(ServiceAccountKind, metadata.namespace ?? '', spec.serviceAccountName);
  if (!account) {
    const name = spec.serviceAccountName;
    const why = `error looking up service account ${metadata.namespace}/${name}: serviceaccount "${name}" not found`;
    return forbidden(kind, metadata.name, why);
  }
  if ((spec.automountServiceAccountToken ?? account.automountServiceAccountToken) === false) return undefined;
  const unmounted = [...(spec.initContainers ?? []), ...spec.containers].filter(
    (container) => !hasToken(container),
  );
  if (unmounted.length === 0) return undefined;
  const volume = tokenVolume(`kube-api-access-${randomSuffix(random)}`);
  spec.volumes = [...(spec.volumes ?? []), volume];
  for (const container of unmounted) {
    container.volumeMounts = [
      ...(container.volumeMounts ?? []),
      { name: volume.name, mountPath, readOnly: true },
    ];
  }
  return undefined;
};

function hasToken(container: Container): boolean {
  return container.volumeMounts?.some((mount) => mount.mountPath === mountPath) ?? false;
}

function tokenVolume(name: string): Volume {
  const field = { apiVersion: 'v1', fieldPath: 'metadata.namespace' };
  return {
    name,
    projected: {
      defaultMode: 420,
      sources: [
        { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
        { configMap: { items: [{ key: 'ca.crt', path: 'ca.crt' }], name: 'kube-root-ca.crt' } },
        { downwardAPI: { items: [{ fieldRef: field, path: 'namespace' }] } },
      ],
    },
  };
}
