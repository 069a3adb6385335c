/** Snippets of the text that run in the page's cluster: how the buttons and the labs find each other. */

const EVENT = 'petset:run';

export interface Run {
  /** Empty: the first lab that listens. */
  readonly lab: string;
  readonly lines: readonly string[];
  /** The place in the text that asks. */
  readonly from?: Element;
}

/** What was asked for before any lab could listen. */
const early: Run[] = [];

/** The lab that a place in the text belongs to: the last one before it, else the first of the page; '' without any. */
export function labBefore(place: Element): string {
  const labs = [...document.querySelectorAll('.lab')];
  const before = labs.filter((lab) => lab.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING);
  return (before.at(-1) ?? labs[0])?.id.replace(/^lab-/, '') ?? '';
}

/** Asks a lab to run command lines. */
export function askToRun(run: Run): void {
  const event = new CustomEvent<Run>(EVENT, { detail: run, cancelable: true });
  // Whoever takes it cancels it.
  if (document.dispatchEvent(event)) early.push(run);
}

/** Listens for what lab `id` is asked to run; returns the way to stop. */
export function takeRuns(id: string, take: (run: Run) => void): () => void {
  const isMine = (run: Run): boolean => run.lab === '' || run.lab === id;
  const onRun = (event: Event): void => {
    const run = (event as CustomEvent<Run>).detail;
    if (event.defaultPrevented || !isMine(run)) return;
    event.preventDefault();
    take(run);
  };
  document.addEventListener(EVENT, onRun);
  const waiting = early.filter(isMine);
  for (const run of waiting) {
    early.splice(early.indexOf(run), 1);
    take(run);
  }
  return () => document.removeEventListener(EVENT, onRun);
}
