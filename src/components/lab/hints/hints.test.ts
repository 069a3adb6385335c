import { describe, expect, test } from 'vitest';
import { englishTexts } from '../../../kubectl/field-texts/en/index.ts';
import { koreanTexts } from '../../../kubectl/field-texts/ko/index.ts';
import { completionsAt } from './completions.ts';
import { descriptionAt } from './description.ts';

function split(marked: string): [text: string, offset: number] {
  return [marked.replace('|', ''), marked.indexOf('|')];
}

/** The first labels that are offered where `|` stands, required ones with a `!`. */
function offered(marked: string, count = 4): string {
  const found = completionsAt(...split(marked), englishTexts);
  const labels = found?.options.map(({ label, isRequired }) => `${label}${isRequired ? '!' : ''}`);
  return labels?.slice(0, count).join(' ') ?? 'nothing';
}

/** The text after the option of that name has been taken, with `|` behind it. */
function taken(marked: string, label: string): string {
  const [text, offset] = split(marked);
  const { from, to, options } = completionsAt(text, offset, englishTexts) ?? { from: 0, to: 0, options: [] };
  const insert = options.find((option) => option.label === label)?.insert;
  return `${text.slice(0, from)}${insert}|${text.slice(to)}`;
}

const STS = 'apiVersion: apps/v1\nkind: StatefulSet\n';
const POD = 'apiVersion: v1\nkind: Pod\nspec:\n';

describe('what can be written', () => {
  test.each([
    ['at the top of nothing', '|', 'apiVersion kind metadata spec'],
    ['at the top of a kind', `${STS}|`, 'metadata spec'],
    ['at the top, in a word', `${STS}me|`, 'metadata spec'],
    [
      'as kinds of a version',
      'apiVersion: apps/v1\nkind: |',
      'ControllerRevision DaemonSet Deployment ReplicaSet',
    ],
    ['as kinds of no version', 'kind: |', 'ConfigMap ControllerRevision CronJob DaemonSet'],
    ['as the version of a kind', 'apiVersion: |\nkind: StatefulSet\n', 'apps/v1'],
    ['as a version', 'apiVersion: ap|', 'apps/v1 autoscaling/v2 batch/v1 coordination.k8s.io/v1'],
    ['in metadata of an unknown kind', 'metadata:\n  |', 'annotations finalizers generateName labels'],
    ['in a spec', `${STS}spec:\n  |`, 'selector! template! minReadySeconds ordinals'],
    [
      'in a spec with some of it',
      `${STS}spec:\n  selector: {}\n  |\n  template: {}\n`,
      'minReadySeconds ordinals persistentVolumeClaimRetentionPolicy podManagementPolicy',
    ],
    [
      'in the spec of an old version',
      'apiVersion: apps/v1beta1\nkind: StatefulSet\nspec:\n  |',
      'selector! template! minReadySeconds ordinals',
    ],
    ['as an enum', `${STS}spec:\n  podManagementPolicy: |`, 'OrderedReady Parallel'],
    ['as an enum, in a word', `${STS}spec:\n  podManagementPolicy: Par|`, 'OrderedReady Parallel'],
    [
      'as known words',
      `${STS}spec:\n  selector:\n    matchExpressions:\n      - operator: |`,
      'In NotIn Exists DoesNotExist',
    ],
    ['as a boolean', `${POD}  hostNetwork: |`, 'true false'],
    ['as a number', `${STS}spec:\n  replicas: |`, 'nothing'],
    ['as a name', `${STS}metadata:\n  name: |`, 'nothing'],
    ['in a container', `${POD}  containers:\n    - |`, 'name! args command env'],
    [
      'in the second container',
      `${POD}  containers:\n    - name: a\n    - name: b\n      |`,
      'args command env envFrom',
    ],
    ['below containers, without a dash', `${POD}  containers:\n    |`, 'name! args command env'],
    [
      'in a list of words',
      'apiVersion: v1\nkind: PersistentVolumeClaim\nspec:\n  accessModes:\n    - |',
      'ReadOnlyMany ReadWriteMany ReadWriteOnce ReadWriteOncePod',
    ],
    [
      'in brackets',
      'apiVersion: v1\nkind: PersistentVolumeClaim\nspec:\n  accessModes: [|]',
      'ReadOnlyMany ReadWriteMany ReadWriteOnce ReadWriteOncePod',
    ],
    ['in braces', `${STS}spec:\n  updateStrategy: {|}`, 'rollingUpdate type'],
    [
      'in requests',
      `${POD}  containers:\n    - resources:\n        requests:\n          |`,
      'cpu memory ephemeral-storage',
    ],
    ['in labels', `${STS}metadata:\n  labels:\n    |`, 'nothing'],
    [
      'in a list of kinds',
      'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Service\n    spec:\n      ports:\n        - |',
      'port! appProtocol name nodePort',
    ],
    [
      'in a claim template',
      `${STS}spec:\n  volumeClaimTemplates:\n    - spec:\n        |`,
      'accessModes resources selector storageClassName',
    ],
    [
      'in another document',
      `${STS}---\napiVersion: v1\nkind: Service\nspec:\n  |`,
      'allocateLoadBalancerNodePorts clusterIP clusterIPs externalIPs',
    ],
    ['in an unknown field', `${STS}spec:\n  templates:\n    |`, 'nothing'],
    ['of an unknown kind', 'kind: Nosuch\nspec:\n  |', 'nothing'],
    ['in a comment', `${STS}# |`, 'nothing'],
    ['below a value', `${STS}spec:\n  replicas: 3\n    |`, 'nothing'],
    ['in data', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |', 'nothing'],
  ])('%s', (_, marked, expected) => {
    expect(offered(marked)).toBe(expected);
  });

  test('neither what the cluster fills in nor what it refuses', () => {
    expect(offered(`${STS}|`, 99)).not.toContain('status');
    expect(offered(`${STS}metadata:\n  |`, 99)).not.toMatch(/uid|creationTimestamp|managedFields/);
    expect(offered(`${POD}  |`, 99)).toContain('restartPolicy');
    expect(offered(`${POD}  |`, 99)).not.toContain('resourceClaims');
  });

  test.each([
    ['a value', `${STS}sp|`, 'spec', `${STS}spec:\n  |`],
    ['a plain field', `${STS}spec:\n  rep|`, 'replicas', `${STS}spec:\n  replicas: |`],
    ['a list', `${POD}  |`, 'containers', `${POD}  containers:\n    - |`],
    [
      'a list in an item',
      `${POD}  containers:\n    - |`,
      'ports',
      `${POD}  containers:\n    - ports:\n        - |`,
    ],
    ['a map', `${STS}metadata:\n  |`, 'labels', `${STS}metadata:\n  labels:\n    |`],
    ['an item without its dash', `${POD}  containers:\n    |`, 'name', `${POD}  containers:\n    - name: |`],
    [
      'a list in an item without its dash',
      `${POD}  containers:\n    |`,
      'ports',
      `${POD}  containers:\n    - ports:\n        - |`,
    ],
    ['a field with its colon', `${STS}spec:\n  repl|: 3`, 'replicas', `${STS}spec:\n  replicas|: 3`],
    ['a field in braces', `${STS}spec: {|}`, 'selector', `${STS}spec: {selector: |}`],
    [
      'an enum',
      `${STS}spec:\n  podManagementPolicy: Par|`,
      'Parallel',
      `${STS}spec:\n  podManagementPolicy: Parallel|`,
    ],
    ['an empty folder', `${POD}  volumes:\n    - |`, 'emptyDir', `${POD}  volumes:\n    - emptyDir: {}|`],
  ])('and how: %s', (_, marked, label, expected) => {
    expect(taken(marked, label)).toBe(expected);
  });
});

describe('what a field is', () => {
  test('its type, its values, and what it does, in the language of the page', () => {
    const [text, offset] = split(`${STS}spec:\n  podManagement|Policy: Parallel\n`);
    const english = descriptionAt(text, offset, englishTexts);
    expect(english).toEqual({
      from: text.indexOf('podM'),
      to: text.indexOf(': Parallel'),
      path: 'spec.podManagementPolicy',
      type: 'string',
      isRequired: false,
      values: ['OrderedReady', 'Parallel'],
      text: englishTexts.of('StatefulSetSpec', 'podManagementPolicy'),
    });
    expect(descriptionAt(text, offset, koreanTexts)?.text).toContain('기본값');
  });

  test.each([
    [
      'a required field',
      `${STS}spec:\n  sel|ector: {}`,
      { path: 'spec.selector', type: 'LabelSelector', isRequired: true },
    ],
    ['a value', `${STS}spec:\n  replicas: |3`, { path: 'spec.replicas', type: 'integer' }],
    [
      'a field with a default',
      `${POD}  containers:\n    - ports:\n        - protocol: U|DP`,
      { default: 'TCP', values: ['SCTP', 'TCP', 'UDP'] },
    ],
    ['a kind', 'kind: Stateful|Set', { path: 'StatefulSet' }],
    [
      'a quantity',
      'apiVersion: v1\nkind: PersistentVolumeClaim\nspec:\n  resources:\n    requests:\n      stor|age: 1Gi',
      { path: 'spec.resources.requests.storage', type: 'Quantity' },
    ],
    ['a list', `${POD}  contain|ers:`, { type: '[]Container', isRequired: true }],
    ['a refused field', `${POD}  resource|Claims: []`, { here: 'refused' }],
    ['a field that does nothing here', `${POD}  hostP|ID: true`, { here: 'withoutEffect' }],
    [
      'a field of a list without its dash',
      `${POD}  containers:\n    ima|ge: a`,
      { path: 'spec.containers.image' },
    ],
  ])('%s', (_, marked, expected) => {
    expect(descriptionAt(...split(marked), englishTexts)).toMatchObject(expected);
  });

  test.each([
    ['a label', `${STS}metadata:\n  labels:\n    a|pp: web`],
    ['the value of a label', `${STS}metadata:\n  labels:\n    app: w|eb`],
    ['an unknown field', `${STS}spec:\n  temp|lates: {}`],
    ['a comment', `${STS}# sp|ec`],
    ['nothing', `${STS}\n|`],
  ])('nothing of %s', (_, marked) => {
    expect(descriptionAt(...split(marked), englishTexts)).toBeUndefined();
  });
});
