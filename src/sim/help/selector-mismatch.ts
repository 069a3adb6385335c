// A selector that does not select the pods of its own template.
import type { Adviser, Remedy, Trouble } from './cause.ts';
import type { JsonMap } from './locate.ts';
import { isMap } from './locate.ts';
import { pairsText, plainWord } from './plain-word.ts';

const LABELS = 'spec.template.metadata.labels';

export const selectorMismatch: Adviser = ({ message, object, kind }): Remedy | undefined => {
  if (!message.endsWith('`selector` does not match template `labels`')) return undefined;
  const labels = templateLabels(object);
  const wanted = Object.entries(selected(object)).filter(([key, value]) => labels?.[key] !== value);
  const [first] = wanted;
  if (first === undefined) {
    // A ReplicationController may be written without a selector: it got that of its first template.
    const isSettled = kind.kind === 'ReplicationController';
    return {
      advice: isSettled ? { is: 'fixed-at-creation', kind: kind.kind } : { is: 'labels-lack-expression' },
    };
  }
  if (labels === undefined) return { advice: { is: 'template-lacks', labels: pairsText(wanted) } };
  const [key, value] = first;
  const advice = { is: 'label-lacks', label: pairsText([first]) } as const;
  if (!Object.hasOwn(labels, key)) return { path: LABELS, part: 'key', advice };
  return { path: `${LABELS}[${key}]`, part: 'value', advice, instead: plainWord(String(value)) };
};

export const emptySelector: Adviser = (trouble): Remedy | undefined =>
  /: empty selector is invalid for/.test(trouble.message)
    ? { advice: { is: 'select-something', labels: labelsOfTemplate(trouble) } }
    : undefined;

/** The labels of the template as a manifest writes them, or what they might be. */
export function labelsOfTemplate({ object }: Trouble): string {
  const labels = Object.entries(templateLabels(object) ?? {});
  if (labels.length > 0) return pairsText(labels);
  const { metadata } = object;
  return pairsText([['app', isMap(metadata) && typeof metadata.name === 'string' ? metadata.name : 'web']]);
}

function templateLabels({ spec }: JsonMap): JsonMap | undefined {
  const template = isMap(spec) ? spec.template : undefined;
  const metadata = isMap(template) ? template.metadata : undefined;
  const labels = isMap(metadata) ? metadata.labels : undefined;
  return isMap(labels) && Object.keys(labels).length > 0 ? labels : undefined;
}

/** The labels that the selector asks for; a ReplicationController's stand right under it. */
function selected({ spec, kind }: JsonMap): JsonMap {
  const selector = isMap(spec) ? spec.selector : undefined;
  if (!isMap(selector)) return {};
  if (kind === 'ReplicationController') return selector;
  return isMap(selector.matchLabels) ? selector.matchLabels : {};
}
