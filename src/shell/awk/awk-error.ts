// What awk refuses, before it runs or while it does.

export class AwkError extends Error {}

/** What is part of awk elsewhere and not here. */
export function unsupported(what: string, instead: string): AwkError {
  return new AwkError(`${what} is not supported here; ${instead}`);
}
