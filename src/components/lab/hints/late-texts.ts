/** What `kubectl explain` says of fields, loaded when a command first wants it: most never do. */
import type { FieldTexts } from '../../../kubectl/field-texts/field-texts.ts';
import type { Request } from '../protocol.ts';

export class LateTexts implements FieldTexts {
  #texts: FieldTexts | undefined;

  of(type: string, field?: string): string | undefined {
    return this.#texts?.of(type, field);
  }

  keys(): readonly string[] {
    return this.#texts?.keys() ?? [];
  }

  /** Whether a request may run `kubectl explain`, in its line, log or files, and the texts are not there. */
  isMissingFor(request: Request): boolean {
    const mayExplain = request.do === 'open' || request.do === 'run' || request.do === 'write';
    return this.#texts === undefined && mayExplain && JSON.stringify(request).includes('explain');
  }

  /** Without them, as when the line is down, fields have no description. */
  async load(): Promise<void> {
    try {
      const { englishTexts } = await import('../../../kubectl/field-texts/en/index.ts');
      this.#texts = englishTexts;
    } catch {
      this.#texts = undefined;
    }
  }
}
