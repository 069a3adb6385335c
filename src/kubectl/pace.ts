// How long kubectl takes, in virtual time: measured on recordings of the real one, where most commands answer after 40 to 60 ms.

/** From pressing Enter until it knows what it is asked for, or what is wrong with that. */
export const startMs = 35;

/** From there until its request arrives. */
const requestMs = 15;

/** By the first word of a command: what it does before it sends what it came to send. */
const beforeMs: Readonly<Record<string, number>> = {
  // These ask the server first which fields there are.
  apply: 60,
  create: 50,
  replace: 50,
  // Beside that, it asks what would come of each object, and starts another program.
  diff: 100,
  // An editor has to open and close.
  edit: 60,
  // These read before they write.
  scale: 25,
  set: 25,
};

/** How long a command takes from its start until its request arrives; `word` is its first. */
export function requestMsOf(word: string): number {
  return requestMs + (beforeMs[word] ?? 0);
}
