// ~/.kube/config: one cluster, one user, and contexts that remember a namespace. It is written in the form that
// `kubectl config` writes; only what that form needs is read.
import type { Process } from '../sim/index.ts';
import { toYaml } from '../sim/index.ts';
import { homeOf } from './paths.ts';

/** The only context there is. */
export const currentContext = 'kubernetes-admin@kubernetes';
export const clusterName = 'kubernetes';
export const userName = 'kubernetes-admin';

const pathOf = (process: Process) => `${homeOf(process)}/.kube/config`;

/** The namespace a command works in when it names none: the current context's, else `default`. */
export function currentNamespace(process: Process): string {
  return contextNamespace(process) || 'default';
}

/** The current context's namespace, empty where it has none. */
export function contextNamespace(process: Process): string {
  const path = pathOf(process);
  if (process.host.files.stat(path)?.type !== 'file') return '';
  const match = /^\s+namespace: "?([a-z0-9-]+)"?\s*$/m.exec(process.host.files.read(path));
  return match?.[1] ?? '';
}

/** Makes the current context work in a namespace from now on. */
export function setContextNamespace(process: Process, namespace: string): void {
  const { files } = process.host;
  files.mkdir(`${homeOf(process)}/.kube`, { parents: true });
  files.write(pathOf(process), toYaml(kubeconfig(namespace)));
}

/** What the file holds. */
export function kubeconfig(namespace: string): object {
  const context = { cluster: clusterName, ...(namespace === '' ? {} : { namespace }), user: userName };
  return {
    apiVersion: 'v1',
    clusters: [{ cluster: { server: 'https://127.0.0.1:6443' }, name: clusterName }],
    contexts: [{ context, name: currentContext }],
    'current-context': currentContext,
    kind: 'Config',
    users: [{ name: userName, user: {} }],
  };
}
