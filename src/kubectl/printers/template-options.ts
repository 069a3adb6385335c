// What a printer that follows a template needs beside it.
export interface TemplateOptions {
  /** False with --allow-missing-template-keys=false. */
  readonly allowsMissingKeys: boolean;
  /** False with --no-headers. */
  readonly hasHeaders: boolean;
  /** Where to write what is printed before a failure. */
  out(text: string): void;
}
