// kubectl cluster-info: where the API server and the cluster's own services are.
import { ServiceKind } from '../../sim/index.ts';
import type { Command } from '../command.ts';
import { clusterInfoDump } from './cluster-info-dump.ts';

const CLUSTER_SERVICE = 'kubernetes.io/cluster-service';

const clusterInfoItself: Command = {
  words: ['cluster-info'],
  summary: 'Display cluster information',
  usage: 'kubectl cluster-info [flags] [options]',
  flags: [],
  run({ cluster, out, server }) {
    out(`Kubernetes control plane is running at ${server}\n`);
    for (const { metadata, spec } of cluster.view.list(ServiceKind, 'kube-system')) {
      const { labels = {}, name } = metadata;
      if (labels[CLUSTER_SERVICE] !== 'true') continue;
      const port = spec?.ports?.[0]?.name ?? '';
      const path = `api/v1/namespaces/kube-system/services/${name}${port === '' ? '' : `:${port}`}/proxy`;
      out(`${labels['kubernetes.io/name'] ?? name} is running at ${server}/${path}\n`);
    }
    out("\nTo further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n");
    return 0;
  },
};

export const clusterInfoCommands: readonly Command[] = [clusterInfoItself, clusterInfoDump];
