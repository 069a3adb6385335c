// --record: the command itself as the cause of a change, which `kubectl rollout history` shows.
import type { Context } from './command.ts';
import { withValueAt } from './objects.ts';

/** The annotation that holds why a revision came to be. */
export const CHANGE_CAUSE = 'kubernetes.io/change-cause';

/** The object with the command as its change cause, if --record asks for that. */
export function recorded<T extends object>(context: Context, object: T): T {
  if (!context.flags.bool('record')) return object;
  return withValueAt(object, ['metadata', 'annotations', CHANGE_CAUSE], commandText(context)) as T;
}

/** `kubectl set image sts/web nginx=nginx:1.25 --record=true`: flags come last, by name. */
function commandText({ command, args, flags }: Context): string {
  const given = flags.given().map(([name, value]) => ` --${name}=${value}`);
  return ['kubectl', ...command.words, ...args].join(' ') + given.join('');
}
