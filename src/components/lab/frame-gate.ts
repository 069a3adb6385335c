/**
 * Lets frames through to the page as fast as it can show them. One that comes too soon is not made at all: what happened meanwhile
 * is in the next.
 */
export class FrameGate {
  readonly #send: () => void;
  #isOpen = true;
  #isOwed = false;

  /** `send` makes a frame and sends it. */
  constructor(send: () => void) {
    this.#send = send;
  }

  /** A frame, now or as soon as the page has shown the one before. */
  offer(): void {
    if (!this.#isOpen) {
      this.#isOwed = true;
      return;
    }
    this.sent();
    this.#send();
  }

  /** A frame was sent that could not wait, with all that was owed in it. */
  sent(): void {
    this.#isOpen = false;
    this.#isOwed = false;
  }

  /** The page has shown what it got. */
  shown(): void {
    this.#isOpen = true;
    if (this.#isOwed) this.offer();
  }
}
