// The sections of `kubectl --help`, and the order in which kubectl knows its commands.

export interface Section {
  readonly title: string;
  readonly words: readonly string[];
}

export const sections: readonly Section[] = [
  { title: 'Basic Commands (Beginner)', words: ['create', 'expose', 'run', 'set'] },
  { title: 'Basic Commands (Intermediate)', words: ['explain', 'get', 'edit', 'delete'] },
  { title: 'Deploy Commands', words: ['rollout', 'scale', 'autoscale'] },
  {
    title: 'Cluster Management Commands',
    words: ['certificate', 'cluster-info', 'top', 'cordon', 'uncordon', 'drain', 'taint'],
  },
  {
    title: 'Troubleshooting and Debugging Commands',
    words: [
      ...['describe', 'logs', 'attach', 'exec', 'port-forward', 'proxy', 'cp', 'auth', 'debug', 'events'],
    ],
  },
  { title: 'Advanced Commands', words: ['diff', 'apply', 'patch', 'replace', 'wait', 'kustomize'] },
  { title: 'Settings Commands', words: ['label', 'annotate', 'completion'] },
  { title: 'Subcommands provided by plugins', words: [] },
  {
    title: 'Other Commands',
    words: ['api-resources', 'api-versions', 'config', 'kuberc', 'plugin', 'version'],
  },
];

/** Every first word, whether it is simulated or not, in the order in which similar words are suggested. */
export const knownWords: readonly string[] = [...sections.flatMap(({ words }) => words), 'options'];
