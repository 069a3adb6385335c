// kubectl create poddisruptionbudget.
import type { Kind, KubeObject, LabelSelector, Selector } from '../../sim/index.ts';
import { PodDisruptionBudgetKind, parseSelector } from '../../sim/index.ts';
import type { Command } from '../command.ts';
import { usageError } from '../command.ts';
import type { ParsedFlags } from '../flags.ts';
import { createGenerated, generatorFlags, nameOf } from './generate.ts';

export const createPodDisruptionBudget: Command = {
  words: ['create', 'poddisruptionbudget'],
  aliases: ['pdb'],
  summary: 'Create a pod disruption budget with the specified name',
  usage:
    'kubectl create poddisruptionbudget NAME --selector=SELECTOR --min-available=N [--dry-run=server|client|none] [options]',
  ownsSelector: true,
  flags: [
    ...generatorFlags,
    { name: 'min-available', type: 'string', help: 'How many pods must stay, as a number or percentage' },
    { name: 'max-unavailable', type: 'string', help: 'How many pods may go, as a number or percentage' },
    { name: 'selector', type: 'string', help: 'The labels of the pods' },
  ],
  run(context) {
    const name = nameOf(context);
    const budget = {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name },
      spec: specOf(context.flags),
      status: { currentHealthy: 0, desiredHealthy: 0, disruptionsAllowed: 0, expectedPods: 0 },
    };
    const failure = 'failed to create poddisruptionbudgets';
    return createGenerated(context, PodDisruptionBudgetKind as Kind, budget as KubeObject, failure);
  },
};

function specOf(flags: ParsedFlags): object {
  const [selector, most, least] = ['selector', 'max-unavailable', 'min-available'].map(
    (flag) => flags.text(flag) ?? '',
  ) as [string, string, string];
  if (selector === '') throw usageError('a selector must be specified');
  if (most === '' && least === '') {
    throw usageError('one of min-available or max-unavailable must be specified');
  }
  if (most !== '' && least !== '') {
    throw usageError('min-available and max-unavailable cannot be both specified');
  }
  for (const [flag, text] of Object.entries({ 'min-available': least, 'max-unavailable': most })) {
    if (text !== '' && !/^[0-9]+%?$/.test(text)) {
      throw usageError(`invalid format specified for ${flag}`);
    }
  }
  const parsed = parseSelector(selector);
  if (!parsed.ok) {
    throw usageError(`couldn't parse the selector string ${JSON.stringify(selector)}: ${parsed.error}`);
  }
  const amount = least || most;
  const field = least ? 'minAvailable' : 'maxUnavailable';
  return {
    [field]: amount.endsWith('%') ? amount : Number(amount),
    selector: labelSelectorOf(parsed.value),
  };
}

const words = new Map([
  ['in', 'In'],
  ['notin', 'NotIn'],
  ['!=', 'NotIn'],
  ['exists', 'Exists'],
  ['!', 'DoesNotExist'],
]);

/** A selector of a flag as objects hold it. */
function labelSelectorOf({ requirements }: Selector): LabelSelector {
  const labels = requirements.filter(({ operator }) => operator === '=' || operator === '==');
  const others = requirements.filter((it) => !labels.includes(it));
  const matchExpressions = others.map(({ key, operator, values }) => {
    const word = words.get(operator);
    if (word === undefined)
      throw usageError(`${JSON.stringify(operator)} isn't supported in label selectors`);
    return { key, operator: word, ...(values.length > 0 ? { values: [...values] } : {}) };
  });
  const matchLabels = Object.fromEntries(labels.map(({ key, values }) => [key, values[0] ?? '']));
  return {
    ...(labels.length > 0 ? { matchLabels } : {}),
    ...(others.length > 0 ? { matchExpressions } : {}),
  };
}
