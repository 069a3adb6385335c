// kubectl itself reads only an object's metadata before it sends the object; this is what it says of metadata of a wrong type.
type Shape = 'string' | 'int64' | 'map[string]string' | 'list';

const shapes: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['name', 'string'],
  ['generateName', 'string'],
  ['namespace', 'string'],
  ['selfLink', 'string'],
  ['uid', 'string'],
  ['resourceVersion', 'string'],
  ['generation', 'int64'],
  ['deletionGracePeriodSeconds', 'int64'],
  ['labels', 'map[string]string'],
  ['annotations', 'map[string]string'],
  ['ownerReferences', 'list'],
  ['finalizers', 'list'],
]);

const listTypes: ReadonlyMap<string, string> = new Map([
  ['ownerReferences', '[]v1.OwnerReference'],
  ['finalizers', '[]string'],
]);

/** The error of Go's JSON decoder about an object's metadata; undefined where it fits. */
export function metadataProblem(object: Readonly<Record<string, unknown>>): string | undefined {
  const metadata = object.metadata;
  if (metadata === undefined || metadata === null) return undefined;
  if (typeof metadata !== 'object' || Array.isArray(metadata)) {
    return mismatch(metadata, 'metadataOnlyObject.metadata', 'v1.ObjectMeta');
  }
  for (const [field, value] of Object.entries(metadata)) {
    const shape = shapes.get(field);
    const problem = shape === undefined || value === null ? undefined : fieldProblem(field, value, shape);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function fieldProblem(field: string, value: unknown, shape: Shape): string | undefined {
  const path = `ObjectMeta.metadata.${field}`;
  if (shape === 'string') return typeof value === 'string' ? undefined : mismatch(value, path, 'string');
  if (shape === 'int64') return Number.isInteger(value) ? undefined : mismatch(value, path, 'int64');
  if (shape === 'list') {
    return Array.isArray(value) ? undefined : mismatch(value, path, listTypes.get(field) ?? 'array');
  }
  if (typeof value !== 'object' || Array.isArray(value) || value === null)
    return mismatch(value, path, shape);
  const wrong = Object.values(value).find((item) => item !== null && typeof item !== 'string');
  return wrong === undefined ? undefined : mismatch(wrong, path, 'string');
}

function mismatch(value: unknown, path: string, type: string): string {
  return `json: cannot unmarshal ${jsonType(value)} into Go struct field ${path} of type ${type}`;
}

function jsonType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}
