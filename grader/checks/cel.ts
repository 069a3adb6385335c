// `cel`: an expression over the objects holds.
import type { CelCheck } from '../check-definition.ts';
import type { Finding } from '../finding.ts';
import type { History } from '../state.ts';
import { readCel } from './cel-expression.ts';
import { celVariables } from './cel-values.ts';
import { explanationFor } from './explanation.ts';
import { hold } from './hold.ts';
import { readWhen } from './window.ts';

/** What is not as the check wants it; none where it passes. */
export function checkCel(check: CelCheck, history: History): Finding[] {
  const namespace = check.namespace ?? 'default';
  const expression = readCel(check.expression);
  const { resources } = expression;
  const finding = hold(
    {
      namespace,
      wanted: { id: 'cel-wanted', expression: check.expression.trim(), when: readWhen(check.when).word },
      resources,
      judge(state) {
        const { holds, problem } = expression.holds(
          celVariables(state, history.before, namespace, resources),
        );
        if (holds) return undefined;
        return problem === undefined ? { id: 'does-not-hold' } : { id: 'cannot-tell', problem };
      },
      explain: (state) => expression.seenInstead(celVariables(state, history.before, namespace, resources)),
    },
    check.when,
    history,
  );
  if (!finding) return [];
  // What is said of the object that was seen explains more than what happened last.
  const { seen } = finding;
  const name = 'object' in seen ? seen.object.slice(seen.object.indexOf('/') + 1) : '';
  const event = explanationFor(history, [name]) ?? explanationFor(history, ['']);
  return [event ? { ...finding, event } : finding];
}
