// What the API server accepts in a pod but would rather not see: sentences sent beside its answer.
// Source: wording and order of the 1.36 API server.
import { goQuote } from '../machinery/go-text.ts';
import { dns1123Label, labelValue } from '../machinery/names.ts';
import type { Affinity, NodeSelectorTerm } from './affinity-validation.ts';
import { containerWarnings, fractionWarning, portWarnings } from './container-warnings.ts';
import type { PodSpec } from './pod-spec.ts';
import { volumeWarnings } from './volume-warnings.ts';

/** The nodes' labels that have a new name. */
const OLD_NODE_LABELS = new Map([
  ['beta.kubernetes.io/arch', 'deprecated since v1.14; use "kubernetes.io/arch" instead'],
  ['beta.kubernetes.io/os', 'deprecated since v1.14; use "kubernetes.io/os" instead'],
  [
    'failure-domain.beta.kubernetes.io/region',
    'deprecated since v1.17; use "topology.kubernetes.io/region" instead',
  ],
  [
    'failure-domain.beta.kubernetes.io/zone',
    'deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
  ],
]);

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

/** What is worth a warning in a pod's spec; `path` is where it is: spec, or spec.template.spec. */
export function podSpecWarnings(spec: PodSpec, path: string): string[] {
  const warnings: string[] = [];
  for (const key of Object.keys(spec.nodeSelector ?? {})) {
    const message = OLD_NODE_LABELS.get(key);
    if (message) warnings.push(`${path}.nodeSelector[${key}]: ${message}`);
  }
  const affinity = spec.affinity as Affinity | undefined;
  warnings.push(
    ...nodeAffinityWarnings(affinity, `${path}.affinity.nodeAffinity`),
    ...spreadWarnings(spec, `${path}.topologySpreadConstraints`),
    ...volumeWarnings(spec.volumes ?? [], `${path}.volumes`),
    ...repeatedWarnings(spec, path),
  );
  for (const [name, amount] of Object.entries(spec.overhead ?? {})) {
    warnings.push(...fractionWarning(name, amount, `${path}.overhead`));
  }
  for (const field of ['initContainers', 'containers'] as const) {
    for (const [i, container] of (spec[field] ?? []).entries()) {
      warnings.push(...containerWarnings(container, `${path}.${field}[${i}]`));
    }
  }
  warnings.push(...portWarnings(spec, path));
  if ((spec.terminationGracePeriodSeconds ?? 0) < 0) {
    const message = 'must be >= 0; negative values are invalid and will be treated as 1';
    warnings.push(`${path}.terminationGracePeriodSeconds: ${message}`);
  }
  return [...warnings, ...neighbourWarnings(affinity, `${path}.affinity`)];
}

/** Annotations that fields have taken the place of, by key. */
const OLD_ANNOTATIONS = new Map([
  ['scheduler.alpha.kubernetes.io/critical-pod', 'v1.16+; use the "priorityClassName" field instead'],
  ['security.alpha.kubernetes.io/sysctls', 'v1.11+; use the "sysctls" field instead'],
  ['security.alpha.kubernetes.io/unsafe-sysctls', 'v1.11+; use the "sysctls" field instead'],
]);

/** What is worth a warning in a pod's annotations. */
export function annotationWarnings(annotations: Readonly<Record<string, string>> = {}): string[] {
  return [...OLD_ANNOTATIONS].flatMap(([key, since]) =>
    Object.hasOwn(annotations, key) ? [`metadata.annotations[${key}]: non-functional in ${since}`] : [],
  );
}

/** A name that becomes part of host names should be one part of a DNS name. */
export function hostNameWarnings(name: string, usedIn: string): string[] {
  const messages = dns1123Label(name);
  if (messages.length === 0) return [];
  const advice = 'which can result in surprising behavior; a DNS label is recommended';
  return [`metadata.name: this is used in ${usedIn}, ${advice}: [${messages.join(' ')}]`];
}

/** Old labels that a term wants on a node, and values of labels that no label can have. */
export function nodeTermWarnings(term: NodeSelectorTerm, path: string, checksValues = false): string[] {
  return (term.matchExpressions ?? []).flatMap(({ key = '', values = [] }, i) => {
    const at = `${path}.matchExpressions[${i}]`;
    const message = OLD_NODE_LABELS.get(key);
    const invalid = values.flatMap((value, j) =>
      labelValue(value).map((why) => `${at}.values[${j}]: ${value} is invalid, ${why}`),
    );
    return [...(message ? [`${at}.key: ${key} is ${message}`] : []), ...(checksValues ? invalid : [])];
  });
}

function nodeAffinityWarnings(affinity: Affinity | undefined, path: string): string[] {
  const { [REQUIRED]: must, [PREFERRED]: should = [] } = affinity?.nodeAffinity ?? {};
  return [
    ...(must?.nodeSelectorTerms ?? []).flatMap((term, i) =>
      nodeTermWarnings(term, `${path}.${REQUIRED}.nodeSelectorTerms[${i}]`),
    ),
    ...should.flatMap(({ preference = {} }, i) =>
      nodeTermWarnings(preference, `${path}.${PREFERRED}[${i}].preference`, true),
    ),
  ];
}

function spreadWarnings({ topologySpreadConstraints = [] }: PodSpec, path: string): string[] {
  return topologySpreadConstraints.flatMap((given, i) => {
    const { topologyKey = '', labelSelector } = given as { topologyKey?: string; labelSelector?: object };
    const old = OLD_NODE_LABELS.get(topologyKey);
    return [
      ...(old ? [`${path}[${i}].topologyKey: ${topologyKey} is ${old}`] : []),
      ...(labelSelector
        ? []
        : [`${path}[${i}].labelSelector: a null labelSelector results in matching no pod`]),
    ];
  });
}

function repeatedWarnings({ hostAliases = [], imagePullSecrets = [] }: PodSpec, path: string): string[] {
  const secrets = imagePullSecrets.map(({ name = '' }) => name);
  return [
    ...repeated(
      hostAliases.map(({ ip = '' }) => ip),
      `${path}.hostAliases`,
      'ip',
    ),
    ...repeated(secrets, `${path}.imagePullSecrets`, 'name'),
    ...secrets.flatMap((name, i) =>
      name === '' ? [`${path}.imagePullSecrets[${i}].name: invalid empty name ""`] : [],
    ),
  ];
}

function repeated(values: readonly string[], path: string, field: string): string[] {
  return values.flatMap((value, i) =>
    values.indexOf(value) < i ? [`${path}[${i}].${field}: duplicate ${field} ${goQuote(value)}`] : [],
  );
}

/** A term that selects no pods by labels is most likely a mistake. */
function neighbourWarnings(affinity: Affinity | undefined, path: string): string[] {
  const message = 'a null labelSelector results in matching no pod';
  return (['podAffinity', 'podAntiAffinity'] as const).flatMap((field) => {
    const { [REQUIRED]: must = [], [PREFERRED]: should = [] } = affinity?.[field] ?? {};
    return [
      ...must.flatMap(({ labelSelector }, i) =>
        labelSelector ? [] : [`${path}.${field}.${REQUIRED}[${i}].labelSelector: ${message}`],
      ),
      ...should.flatMap(({ podAffinityTerm }, i) =>
        podAffinityTerm?.labelSelector
          ? []
          : [`${path}.${field}.${PREFERRED}[${i}].podAffinityTerm.labelSelector: ${message}`],
      ),
    ];
  });
}
