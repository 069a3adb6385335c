// The quantity that somebody meant who wrote 64MB or 1 gib.
import { parseQuantity } from '../machinery/quantity.ts';

const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ...['k', 'm', 'g', 't', 'p', 'e'].flatMap((letter) => {
    const decimal = letter === 'k' ? 'k' : letter.toUpperCase();
    const binary = `${letter.toUpperCase()}i`;
    return [
      [letter, decimal],
      [`${letter}b`, decimal],
      [`${letter}i`, binary],
      [`${letter}ib`, binary],
    ] as const;
  }),
  ['b', ''],
  ['bytes', ''],
  ['cpu', ''],
  ['cpus', ''],
  ['core', ''],
  ['cores', ''],
  ['millicores', 'm'],
]);

/** Undefined where it is right as it is, or means nothing that we know. */
export function quantityMeant(written: string): string | undefined {
  const [, number = '', unit = ''] = /^\s*(\d{1,15}(?:[.,]\d{1,9})?)\s*([A-Za-z]*)\s*$/.exec(written) ?? [];
  const suffix = unit === '' ? '' : SUFFIXES.get(unit.toLowerCase());
  if (number === '' || suffix === undefined) return undefined;
  const meant = number.replace(',', '.') + suffix;
  return meant !== written && parseQuantity(meant).ok ? meant : undefined;
}
