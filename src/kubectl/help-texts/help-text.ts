// The shape of what a command's help says beside its usage and its flags.
export interface HelpText {
  /** What the command is for, in sentences. */
  readonly about: string;
  /** Each with a comment and the lines that are typed. */
  readonly examples?: readonly (readonly [comment: string, ...lines: string[]])[];
}
