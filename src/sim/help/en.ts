// What advice says in English.
import type { AlsoNeeded, Successor } from './advice.ts';
import type { Sentences } from './sentences.ts';

const also: Readonly<Record<AlsoNeeded, string>> = {
  selector: ', and add spec.selector.matchLabels with the labels of the template',
  ingress: ', with a pathType for every path and backend.service.name and backend.service.port.number',
  'cpu-metric': ', and say the CPU target under spec.metrics (type: Resource, averageUtilization)',
  'metric-target': ', and put each metric’s value under target (type: Utilization, averageUtilization)',
};

const successors: Readonly<Record<Successor, string>> = {
  'namespace-labels': 'labels of the namespace (pod-security.kubernetes.io/enforce) do its work',
};

/** `a Pod`, `an Ingress`. */
const a = (kind: string): string => `${/^[AEIO]/.test(kind) ? 'an' : 'a'} ${kind}`;
/** The same at the beginning of a sentence. */
const A = (kind: string): string => `${/^[AEIO]/.test(kind) ? 'An' : 'A'} ${kind}`;

/** How a thing gets what cannot be changed. */
function anew(kind: string): string {
  if (kind === 'PersistentVolumeClaim') return 'copy the data to a new claim';
  const keep = kind === 'StatefulSet' ? ' (with --cascade=orphan its pods stay)' : '';
  return `delete the object${keep} and create it anew`;
}

const inside = (place: string): string => (place === '' ? 'at the top of the object' : `under ${place}`);

export const en: Sentences = {
  'did-you-mean': ({ word }) => `Did you mean ${word}?`,
  'belongs-in': ({ field, place }) =>
    place === ''
      ? `${field} belongs at the top of the object, beside metadata: check the indentation.`
      : `${field} belongs under ${place}: check the indentation.`,
  'belongs-in-item': ({ field, place }) =>
    `${field} belongs to an item of the list ${place}: check the indentation.`,
  'put-under': ({ field, place }) => `Put ${field} under ${place}.`,
  'not-here': ({ field, place, fields }) =>
    `There is no field ${field} ${inside(place)}${fields === '' ? '.' : `; there is ${fields}.`}`,
  'of-other-kinds': ({ field, kind, kinds }) => `${field} is a field of ${kinds.join(', ')}, not of ${kind}.`,
  'write-instead': ({ word }) => `Write ${word} instead.`,
  'leave-out': ({ field }) => `Leave ${field} out: it went away with the old version of this kind.`,
  'given-twice': ({ field }) => `${field} stands here twice: keep one.`,
  'every-node-has-one': () =>
    'Leave replicas out: a DaemonSet runs one pod on every node that its pods may run on.',
  'job-counts': () =>
    'A Job counts its pods with parallelism (at a time) and completions (in all), not replicas.',
  'moved-api': ({ kind, apiVersion, since, also: needed }) =>
    `That version went away with Kubernetes ${since}: for ${a(kind)}, write apiVersion: ${apiVersion}${needed === undefined ? '' : also[needed]}.`,
  'gone-api': ({ kind, since, instead }) =>
    `${kind} went away with Kubernetes ${since}; ${successors[instead]}.`,
  'right-api': ({ kind, apiVersion, also: needed }) =>
    `${A(kind)} is written with apiVersion: ${apiVersion}${needed === undefined ? '' : also[needed]}.`,
  'right-kind-and-api': ({ kind, apiVersion }) =>
    `Did you mean kind: ${kind} with apiVersion: ${apiVersion}?`,
  'no-such-kind': ({ kind }) => `No kind is called ${kind}: kubectl api-resources lists those there are.`,
  'add-line': ({ line }) => `Add the line ${line}.`,
  'say-what-it-is': () =>
    'Say what it is: add apiVersion and kind, for example apiVersion: v1 and kind: Pod.',
  'no-object': () =>
    'This is no object: a manifest begins with fields such as apiVersion, kind, metadata and spec.',
  quote: ({ value, as }) => `YAML reads ${value} as a ${as}: put it in quotes to make it text.`,
  unquote: ({ value }) => `In quotes it is text: write ${value} without them.`,
  'takes-number': ({ field }) => `${field} takes a whole number.`,
  'takes-boolean': ({ field }) => `${field} takes true or false.`,
  'takes-text': ({ field }) => `${field} takes a single text.`,
  'takes-list': ({ field, example }) => `${field} takes a list: ${example}.`,
  'takes-items': ({ field }) => `${field} takes a list: begin each of its items with a dash and a space.`,
  'takes-fields': ({ field, example }) => `${field} takes fields on the lines below it, such as ${example}.`,
  'takes-pairs': ({ field, example }) =>
    `${field} takes pairs such as ${example} on the lines below it, without dashes.`,
  'takes-time': ({ field }) => `${field} takes a time such as 2026-01-05T09:00:00Z.`,
  'takes-base64': ({ field, plain }) => `${field} takes base64; plain text goes under ${plain}.`,
  'plain-selector': ({ kind }) =>
    `The selector of ${a(kind)} has no matchLabels: write the labels right under selector.`,
  'write-quantity': ({ quantity }) => `Quantities have no such unit: write ${quantity}.`,
  quantities: () =>
    'Quantities are written as 500m or 2 (CPUs), 64Mi, 1Gi (powers of two), 64M or 1G (powers of ten).',
  'write-name': ({ name }) => `Write ${name}, for example.`,
  shorter: ({ max }) => `Choose a shorter one: ${max} characters at most.`,
  'label-lacks': ({ label }) => `spec.selector asks for the label ${label}: give it to the template.`,
  'labels-lack-expression': () =>
    'The labels of the template must be such that spec.selector.matchExpressions selects them.',
  'template-lacks': ({ labels }) => `Add metadata.labels to the template: ${labels}.`,
  'select-something': ({ labels }) =>
    `Add spec.selector.matchLabels with the labels of the template: ${labels}.`,
  'add-field': ({ field }) => `Add ${field} here.`,
  'add-example': ({ example }) => `Add it here, for example ${example}.`,
  'give-name': () => 'Give the object a name: add name under metadata.',
  'add-handler': () => 'Say how to do it: add one of exec, httpGet, tcpSocket or (in a probe) grpc.',
  'only-always': ({ kind }) =>
    `The pods of ${a(kind)} are always restarted: leave restartPolicy out, or use a Job for work that ends.`,
  'restart-never-or-on-failure': () => 'The work of a Job ends: write restartPolicy: Never, or OnFailure.',
  'selects-its-own': ({ kind }) => `Leave selector out: ${a(kind)} makes its own.`,
  'no-such-volume': ({ name, isStatefulSet }) =>
    `No volume is called ${name}: add it to the volumes of the pod${isStatefulSet ? ' or to volumeClaimTemplates' : ''}, or correct the name.`,
  'no-such-image': ({ image, example, like, all }) => {
    if (example !== undefined) return `There is no ${image}: did you mean ${example}?`;
    const meant = like === undefined ? '.' : `: did you mean ${like}?`;
    return `No image is called ${image}${meant} The images to choose from: ${all.join(', ')}.`;
  },
  'cron-fields': () => 'A schedule has five fields: minute, hour, day of the month, month, day of the week.',
  'fixed-at-creation': ({ kind }) =>
    `This was settled when the ${kind} was created: leave it as it was, or ${anew(kind)}.`,
  'apply-instead': () => 'It is there already: kubectl apply changes what is there.',
  'create-namespace': ({ name }) => `Create the namespace first: kubectl create namespace ${name}.`,
  'other-namespace': () => 'The file and the command name different namespaces: leave one of them out.',
  'yaml-tab': () => 'YAML is indented with spaces, never with tabs.',
  'yaml-space-after': ({ character }) => `Put a space after the ${character === ':' ? 'colon' : 'dash'}.`,
  'yaml-quote': ({ character }) => `A value that begins with ${character} must be in quotes.`,
  'yaml-colon-inside': () => 'Put a value that holds a colon and a space in quotes.',
  'yaml-close': ({ character }) => `A closing ${character} is missing.`,
  'yaml-align': () => 'Fields of the same object begin in the same column: check the indentation.',
  'yaml-new-line': () => 'Begin a list on the line below its field.',
  'yaml-template': () => 'This is a template: fill in what stands in {{ }} first, or put it in quotes.',
};
