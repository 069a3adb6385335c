// What the help of each command says, by its words. Groups print theirs when nothing follows them: as kubectl does, to the word.
import type { HelpText } from './help-text.ts';

const config = `Modify kubeconfig files using subcommands like "kubectl config set current-context my-context".

 The loading order follows these rules:

  1.  If the --kubeconfig flag is set, then only that file is loaded. The flag may only be set once and no merging takes place.
  2.  If $KUBECONFIG environment variable is set, then it is used as a list of paths (normal path delimiting rules for your system). These paths are merged. When a value is modified, it is modified in the file that defines the stanza. When a value is created, it is created in the first file that exists. If no files in the chain exist, then it creates the last file in the list.
  3.  Otherwise, \${HOME}/.kube/config is used and no merging takes place.`;

const top = `Display resource (CPU/memory) usage.

 This command provides a view of recent resource consumption for nodes and pods. It fetches metrics from the Metrics Server, which aggregates this data from the kubelet on each node. The Metrics Server must be installed and running in the cluster for this command to work.

 The metrics shown are specifically optimized for Kubernetes autoscaling decisions, such as those made by the Horizontal Pod Autoscaler (HPA) and Vertical Pod Autoscaler (VPA). Because of this, the values may not match those from standard OS tools like 'top', as the metrics are designed to provide a stable signal for autoscalers rather than for pinpoint accuracy.`;

const rollout: HelpText = {
  about:
    'Manage the rollout of one or many resources.\n        \n Valid resource types include:\n\n  *  deployments\n  *  daemonsets\n  *  statefulsets',
  examples: [
    ['Rollback to the previous deployment', 'kubectl rollout undo deployment/abc'],
    ['Check the rollout status of a daemonset', 'kubectl rollout status daemonset/foo'],
    ['Restart a deployment', 'kubectl rollout restart deployment/abc'],
    [
      "Restart deployments with the 'app=nginx' label",
      'kubectl rollout restart deployment --selector=app=nginx',
    ],
  ],
};

const plugin: HelpText = {
  about:
    'Provides utilities for interacting with plugins.\n\n Plugins provide extended functionality that is not part of the major command-line distribution. Please refer to the documentation and examples for more information about how write your own plugins.\n\n The easiest way to discover and install plugins is via the kubernetes sub-project krew: [krew.sigs.k8s.io]. To install krew, visit https://krew.sigs.k8s.io/docs/user-guide/setup/install',
  examples: [
    ['List all available plugins', 'kubectl plugin list'],
    ['List only binary names of available plugins without paths', 'kubectl plugin list --name-only'],
  ],
};

export const helpTexts: ReadonlyMap<string, HelpText> = new Map<string, HelpText>([
  ['config', { about: config }],
  [
    'create secret',
    {
      about:
        'Create a secret with specified type.\n\n A docker-registry type secret is for accessing a container registry.\n\n A generic type secret indicate an Opaque secret type.\n\n A tls type secret holds TLS certificate and its associated key.',
    },
  ],
  ['plugin', plugin],
  ['rollout', rollout],
  [
    'set',
    {
      about:
        'Configure application resources.\n\n These commands help you make changes to existing application resources.',
    },
  ],
  [
    'top',
    {
      about: top,
    },
  ],
]);
