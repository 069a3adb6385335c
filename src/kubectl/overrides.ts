// --overrides: JSON that goes over the object that flags made, before it is sent.
import type { Kind, KubeObject } from '../sim/index.ts';
import { apiVersionOf, applyPatch, mergeKeyLookup } from '../sim/index.ts';
import type { Context } from './command.ts';
import { usageError } from './command.ts';
import type { FlagSpec } from './flags.ts';
import { isMap } from './manifest-files.ts';

export const overrideFlags: readonly FlagSpec[] = [
  { name: 'overrides', type: 'string', help: 'JSON that goes over the object that the flags make' },
  {
    name: 'override-type',
    type: 'string',
    default: 'merge',
    help: 'How --overrides goes over it: json, merge or strategic',
  },
];

const types = ['json', 'merge', 'strategic'] as const;

/** The object with what --overrides says over it. Throws `CommandError`. */
export function overridden(context: Context, kind: Kind, made: KubeObject): KubeObject {
  const text = context.flags.text('overrides');
  if (!text) return made;
  const given = context.flags.text('override-type');
  const type = types.find((known) => known === given);
  if (!type) throw usageError(`invalid override type: ${given}`);
  const body = parsed(text);
  const isRight = type === 'json' ? Array.isArray(body) : isMap(body);
  if (!isRight) throw usageError('Invalid JSON Patch');
  const patched = applyPatch(made, { type, body }, mergeKeyLookup(kind.schema));
  if (!patched.ok) throw usageError(patched.status.message);
  const { apiVersion, kind: name } = patched.value;
  if (apiVersion !== apiVersionOf(kind) || name !== kind.kind) {
    throw usageError(
      `no kind ${JSON.stringify(name)} is registered for version ${JSON.stringify(apiVersion)} in scheme "pkg/scheme/scheme.go:28"`,
    );
  }
  return patched.value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
