// -o go-template=TEMPLATE is refused by name: jsonpath and custom-columns do the same work here.
import { usageError } from '../command.ts';
import type { ObjectPrinter } from './whole.ts';

export function goTemplate(): ObjectPrinter {
  throw usageError('petset does not run go-templates yet; use -o jsonpath=… or -o custom-columns=… instead');
}
