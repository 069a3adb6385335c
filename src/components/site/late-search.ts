/** Stands where Starlight expects the interface of its search, and brings the real one when somebody goes to search. */
interface Options {
  /** A selector of where it goes. */
  readonly element: string;
}

export class PagefindUI {
  readonly #options: Options;
  #isBrought = false;

  constructor(options: Options) {
    this.#options = options;
    const dialog = document.querySelector(options.element)?.closest('dialog');
    if (!dialog) return;
    const bring = (): Promise<void> => this.#bring(dialog);
    new MutationObserver(bring).observe(dialog, { attributeFilter: ['open'] });
    // Who comes near the button will press it.
    for (const button of document.querySelectorAll('button[data-open-modal]')) {
      for (const near of ['pointerenter', 'focus']) button.addEventListener(near, bring);
    }
    if (dialog.open) bring();
  }

  async #bring(dialog: HTMLDialogElement): Promise<void> {
    if (this.#isBrought) return;
    this.#isBrought = true;
    try {
      // @ts-expect-error The package has no types.
      const real = await import('@pagefind/default-ui');
      new real.PagefindUI(this.#options);
      if (dialog.open) dialog.querySelector('input')?.focus();
    } catch {
      this.#isBrought = false;
    }
  }
}
