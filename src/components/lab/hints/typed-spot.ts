/** The types at a spot: which kind the manifest is of, and which fields the map around the spot has. */
import type { Field, FieldType, Kind } from '../../../sim/index.ts';
import { fieldOf, kindFor, kinds } from '../../../sim/index.ts';
import type { Level, Spot } from './level.ts';
import { chainTo, ITEM } from './level.ts';

export interface TypedSpot {
  readonly spot: Spot;
  readonly kind: Kind | undefined;
  /** The object's own map: of the document, or of an item of a List. */
  readonly object: Level;
  /** The fields from the object to the spot's level. */
  readonly path: readonly string[];
  /** The type at the spot's level; undefined where it is not known. */
  readonly type: FieldType | undefined;
  /** The last field on the way to it, and the name of the type that has it. */
  readonly field: Field | undefined;
  readonly owner: string | undefined;
}

const METADATA: FieldType = {
  form: 'object',
  schema: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta',
};

export function typedSpot(spot: Spot): TypedSpot {
  const chain = chainTo(spot.level);
  const start = objectIn(chain);
  const object = chain[start] as Level;
  const kind = kindOf(object);
  const steps = chain.slice(start + 1).map(({ step }) => step);
  return { spot, kind, object, path: steps.filter((step) => step !== ITEM), ...typeAt(kind, steps) };
}

/** The place in the chain where the object begins. */
function objectIn(chain: readonly Level[]): number {
  const [whole, items, item] = chain;
  const isList = whole?.members.get('kind') === 'List' && items?.step === 'items' && item?.step === ITEM;
  return isList ? 2 : 0;
}

/** The kind that the manifest means, even where its apiVersion is missing or out of date. */
function kindOf(object: Level): Kind | undefined {
  const name = object.members.get('kind') ?? '';
  return kindFor(object.members.get('apiVersion') ?? '', name) ?? kinds.find(({ kind }) => kind === name);
}

function typeAt(
  kind: Kind | undefined,
  steps: readonly string[],
): Pick<TypedSpot, 'type' | 'field' | 'owner'> {
  let type: FieldType | undefined = kind && { form: 'object', schema: kind.schema };
  let field: Field | undefined;
  let owner: string | undefined;
  for (const [i, step] of steps.entries()) {
    if (step === ITEM) type = type?.form === 'list' ? type.item : undefined;
    else if (type?.form === 'map') type = type.item;
    else if (type?.form === 'object') {
      owner = type.schema;
      field = fieldOf(type.schema, step);
      type = field?.type;
    } else if (kind === undefined && i === 0 && step === 'metadata') type = METADATA;
    else type = undefined;
  }
  return { type, field, owner };
}
