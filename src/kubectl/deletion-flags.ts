// How objects are deleted: the flags that delete, apply, replace and run share.
import type { DeleteOptions } from '../sim/index.ts';
import type { Context } from './command.ts';
import { usageError } from './command.ts';
import type { FlagSpec } from './flags.ts';

export const cascadeFlag: FlagSpec = {
  name: 'cascade',
  type: 'string',
  default: 'background',
  bare: 'background',
  help: 'background, orphan or foreground: what becomes of dependents',
};

export const gracePeriodFlag: FlagSpec = {
  name: 'grace-period',
  type: 'int',
  default: '-1',
  help: 'Seconds the object gets to end well; negative: its own',
};

/** For commands that delete in passing, each with its own word for what --force does. */
export function deletionFlags(force: string): readonly FlagSpec[] {
  return [
    cascadeFlag,
    { name: 'force', type: 'bool', help: force },
    gracePeriodFlag,
    { name: 'timeout', type: 'duration', default: '0s', help: 'How long to wait for what is deleted' },
    { name: 'wait', type: 'bool', help: 'Wait for what is deleted' },
  ];
}

/** What becomes of dependents. Warns of the old words for it; throws `CommandError` for a word there is not. */
export function cascadeOf({ flags, err }: Context): PropagationPolicy {
  const text = flags.text('cascade') ?? 'background';
  const word = /^(?:1|t|T|true|TRUE|True)$/.test(text)
    ? 'background'
    : /^(?:0|f|F|false|FALSE|False)$/.test(text)
      ? 'orphan'
      : text;
  const policy = policies.get(word);
  if (policy === undefined) {
    throw usageError(`invalid cascade value (${text}). Must be "background", "foreground", or "orphan"`);
  }
  if (word !== text) {
    const instead = `can be replaced with --cascade=${word}`;
    err(`warning: --cascade=${text} is deprecated (boolean value) and ${instead}.\n`);
  }
  return policy;
}

export type PropagationPolicy = NonNullable<DeleteOptions['propagationPolicy']>;

const policies: ReadonlyMap<string, PropagationPolicy> = new Map([
  ['background', 'Background'],
  ['foreground', 'Foreground'],
  ['orphan', 'Orphan'],
]);
