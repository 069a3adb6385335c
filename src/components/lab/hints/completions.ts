/** What can be written at a place in a manifest. */

import { innerType, typeWord } from '../../../kubectl/explain/type-word.ts';
import type { FieldTexts } from '../../../kubectl/field-texts/field-texts.ts';
import { typeName } from '../../../kubectl/field-texts/field-texts.ts';
import type { Field, FieldType } from '../../../sim/index.ts';
import { apiVersionOf, kinds, schemaOf, unsupportedFields } from '../../../sim/index.ts';
import { isFilledIn, KNOWN_KEYS, KNOWN_VALUES } from './known-words.ts';
import { ITEM } from './level.ts';
import { spotAt } from './spot.ts';
import type { TypedSpot } from './typed-spot.ts';
import { typedSpot } from './typed-spot.ts';

export interface Completion {
  readonly label: string;
  /** What is written, over several lines where the field goes on below. */
  readonly insert: string;
  /** The type of a field, in a word; undefined for a value. */
  readonly type?: string;
  readonly isRequired?: boolean;
  readonly text?: string;
}

export interface Completions {
  /** The word that they replace: offsets into the text. */
  readonly from: number;
  readonly to: number;
  /** Required fields first, the others by name. */
  readonly options: readonly Completion[];
}

/** Undefined where nothing is known of the place. */
export function completionsAt(text: string, offset: number, texts: FieldTexts): Completions | undefined {
  const spot = spotAt(text, offset);
  if (spot === undefined || /\s/.test(spot.word)) return undefined;
  const typed = typedSpot(spot);
  const options = spot.is === 'value' ? valueOptions(typed, texts) : keyOptions(typed, texts);
  return options.length === 0 ? undefined : { from: spot.from, to: spot.to, options };
}

const TOP_FIELDS = ['apiVersion', 'kind', 'metadata', 'spec'];

function keyOptions(typed: TypedSpot, texts: FieldTexts): readonly Completion[] {
  const { spot, kind, path, type } = typed;
  if (path.length === 0 && kind === undefined) {
    const names = TOP_FIELDS.filter((name) => !isWritten(typed, name));
    return names.map((name) => ({ label: name, insert: keyText(typed, name, name < 'm' ? ' ' : 'below') }));
  }
  if (type === undefined) return [];
  const isItem = spot.level.step === ITEM;
  // A list is begun with a dash; behind one stands what it is a list of.
  if (type.form === 'list') return spot.isInFlow || spot.hasColon ? [] : itemOptions(typed, type.item, texts);
  if (type.form === 'object') return fieldOptions(typed, type.schema, texts);
  if (type.form === 'map') return mapKeyOptions(typed);
  return isItem ? valueOptions(typed, texts) : [];
}

function itemOptions(typed: TypedSpot, item: FieldType, texts: FieldTexts): readonly Completion[] {
  const { spot } = typed;
  const inItem = {
    ...typed,
    spot: { ...spot, column: spot.column + 2, level: { ...spot.level, members: new Map() } },
  };
  const options =
    item.form === 'object' ? fieldOptions(inItem, item.schema, texts) : valueOptions(inItem, texts);
  return options.map((option) => ({ ...option, insert: `- ${option.insert}` }));
}

function fieldOptions(typed: TypedSpot, schema: string, texts: FieldTexts): readonly Completion[] {
  const owner = typeName(schema);
  const isTop = typed.path.length === 0;
  const fields = [...(schemaOf(schema)?.fields.values() ?? [])].filter(
    ({ name }) =>
      !isWritten(typed, name) &&
      !isFilledIn(owner, name, isTop) &&
      !unsupportedFields.has(`${owner}.${name}`),
  );
  const rank = ({ name, isRequired }: Field): number => {
    const top = isTop ? TOP_FIELDS.indexOf(name) : -1;
    return top >= 0 ? top : isRequired ? TOP_FIELDS.length : TOP_FIELDS.length + 1;
  };
  return fields
    .sort((a, b) => rank(a) - rank(b))
    .map((field) => ({
      label: field.name,
      insert: keyText(typed, field.name, valueForm(owner, field)),
      type: shortType(owner, field),
      isRequired: field.isRequired || (isTop && /^(?:apiVersion|kind)$/.test(field.name)),
      ...textOf(texts, owner, field.name),
    }));
}

/** A word for the list: what has parts of its own is an object, a list or a map. */
function shortType(owner: string, field: Field): string {
  const { form } = field.type;
  return form === 'object' || form === 'list' || form === 'map' ? form : typeWord(owner, field);
}

function mapKeyOptions(typed: TypedSpot): readonly Completion[] {
  const { owner = '', field } = typed;
  const keys = KNOWN_KEYS.get(`${typeName(owner)}.${field?.name}`) ?? [];
  return keys
    .filter((key) => !isWritten(typed, key))
    .map((key) => ({ label: key, insert: keyText(typed, key, ' ') }));
}

function valueOptions(typed: TypedSpot, texts: FieldTexts): readonly Completion[] {
  const { object, path, field, owner = '', type } = typed;
  const [first = '', ...more] = path;
  if (more.length === 0 && first === 'kind') {
    const version = object.members.get('apiVersion') ?? '';
    const served = kinds.filter((kind) => apiVersionOf(kind) === version);
    const fitting = served.length > 0 ? served : kinds;
    return fitting.map(({ kind }) => ({ label: kind, insert: kind, ...textOf(texts, kind) })).sort(byLabel);
  }
  if (more.length === 0 && first === 'apiVersion') {
    const named = kinds.filter(({ kind }) => kind === object.members.get('kind'));
    const versions = new Set((named.length > 0 ? named : kinds).map(apiVersionOf));
    return [...versions].map((version) => ({ label: version, insert: version })).sort(byLabel);
  }
  if (field === undefined || type === undefined) return [];
  if (type.form === 'boolean') return ['true', 'false'].map(valueOption);
  const inner = innerType(type);
  if (inner.form !== 'string' || type.form === 'map') return [];
  const values = field.enum ?? KNOWN_VALUES.get(`${typeName(owner)}.${field.name}`) ?? [];
  return values.filter((value) => value !== '').map(valueOption);
}

function valueOption(value: string): Completion {
  return { label: value, insert: value };
}

function byLabel(a: Completion, b: Completion): number {
  return a.label < b.label ? -1 : 1;
}

function textOf(texts: FieldTexts, type: string, field?: string): { readonly text?: string } {
  const text = texts.of(type, field);
  return text === undefined ? {} : { text };
}

/** Where the value of a field stands: behind it, below it, or below it as a list. */
type ValueForm = ' ' | 'below' | 'items' | ' {}';

function valueForm(owner: string, { name, type }: Field): ValueForm {
  if (`${owner}.${name}` === 'Volume.emptyDir') return ' {}';
  if (type.form === 'list') return 'items';
  return type.form === 'object' || type.form === 'map' ? 'below' : ' ';
}

function keyText({ spot }: TypedSpot, name: string, form: ValueForm): string {
  if (spot.hasColon) return name;
  if (spot.isInFlow || form === ' ' || form === ' {}') return `${name}:${form === ' {}' ? form : ' '}`;
  return `${name}:\n${' '.repeat(spot.column + 2)}${form === 'items' ? '- ' : ''}`;
}

function isWritten({ spot }: TypedSpot, name: string): boolean {
  return name !== spot.word && spot.level.members.has(name);
}
