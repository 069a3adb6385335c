// What `kubectl explain pods.spec.containers` asks about: a kind and a way into its fields.
import type { Kind } from '../../sim/index.ts';
import { apiVersionOf, findKind, kinds, resourceName } from '../../sim/index.ts';
import { CommandError, usageError } from '../command.ts';
import { JsonPathError, parseTemplate } from '../jsonpath/parse.ts';
import { manifestNotSimulated, wordNotSimulated } from '../kinds-not-simulated.ts';

const NO_PATH = 'invalid jsonpath syntax, first node must be field node';

export interface Question {
  readonly kind: Kind;
  readonly path: readonly string[];
}

/**
 * Reads the argument: `sts.spec.replicas` or, without --api-version, `statefulsets.apps.spec.replicas`. Throws
 * `CommandError` as kubectl words it.
 */
export function readQuestion(argument: string, apiVersion: string | undefined): Question {
  const [word = '', ...path] = namesIn(argument);
  if (word === '') throw usageError('a resource must be present, got: /, Resource=');
  const kind = findKind(word);
  if (!kind) {
    const reason = wordNotSimulated(word);
    if (reason !== undefined) throw usageError(reason);
    throw new CommandError(`the server doesn't have a resource type ${JSON.stringify(word)}`);
  }
  if (apiVersion) {
    checkVersion(kind, apiVersion);
    return { kind, path };
  }
  const qualified = resourceName(kind);
  const isQualified = argument.startsWith(qualified);
  return { kind, path: isQualified ? path.slice(qualified.split('.').length - 1) : path };
}

/** The names of a path of fields. Anything else that JSONPath knows has no place in it. */
function namesIn(argument: string): readonly string[] {
  if (/\s/.test(argument)) throw usageError(NO_PATH);
  const steps = parse(`{.${argument.replace(/\.$/, '')}}`);
  return steps.map((step) => {
    if (step.type !== 'field') throw usageError(NO_PATH);
    return step.name;
  });
}

function parse(template: string) {
  try {
    const [node, ...more] = parseTemplate(template);
    if (node?.type === 'path' && more.length === 0) return node.steps;
  } catch (error) {
    if (!(error instanceof JsonPathError)) throw error;
    throw usageError(error.message);
  }
  throw usageError('must pass in 1 jsonpath string');
}

function checkVersion(kind: Kind, apiVersion: string): void {
  const parts = apiVersion.split('/');
  if (parts.length > 2) throw usageError(`unexpected GroupVersion string: ${apiVersion}`);
  if (apiVersionOf(kind) === apiVersion) return;
  const notSimulated = manifestNotSimulated(apiVersion, kind.kind);
  if (notSimulated !== undefined) throw usageError(notSimulated);
  const resource = `${parts.length > 1 ? apiVersion : `/${apiVersion}`}, Resource=${kind.plural}`;
  if (kinds.some((it) => apiVersionOf(it) === apiVersion)) {
    throw usageError(`GVR (${resource}) not found in OpenAPI schema`);
  }
  throw usageError(`couldn't find resource for ${JSON.stringify(resource)}`);
}
