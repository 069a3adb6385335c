// --interactive of kubectl delete: shows what would go, and asks.
import type { Kind, Wait } from '../sim/index.ts';
import { untilReadable } from '../sim/index.ts';
import type { Context } from './command.ts';
import { prefixOf } from './printers/table.ts';

export interface Doomed {
  readonly kind: Kind;
  readonly name: string;
}

/** True where the answer is yes. Everything else, the end of input included, means no. */
export function* isConfirmed(
  { out, process }: Context,
  doomed: readonly Doomed[],
): Generator<Wait, boolean, void> {
  out(`You are about to delete the following ${doomed.length} resource(s):\n`);
  for (const { kind, name } of doomed) out(`${prefixOf(kind)}/${name}\n`);
  out('Do you want to continue? (y/n): ');
  let answer = '';
  while (!answer.includes('\n')) {
    const piece = process.stdin.read();
    if (piece === undefined) break;
    if (piece === 'wait') yield untilReadable(process.stdin);
    else answer += piece;
  }
  const isYes = /^\s*(y|yes)\s*$/i.test(answer.split('\n')[0] ?? '');
  if (!isYes) out('deletion is cancelled\n');
  return isYes;
}
