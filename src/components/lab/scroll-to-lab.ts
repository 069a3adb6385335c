/** Brings a lab into view after something in the text made it do something. */

/** Scrolls as little as shows the terminal, and the picture with it where both fit; true where it scrolled. */
export function scrollToLab(lab: Element): boolean {
  const terminal = lab.querySelector('.lab-terminal')?.getBoundingClientRect();
  if (!terminal) return false;
  const pictureTop = lab.querySelector('.lab-stage')?.getBoundingClientRect().top ?? terminal.top;
  const root = document.documentElement;
  const headTop = Number.parseFloat(getComputedStyle(root).scrollPaddingTop) || 0;
  const fits = terminal.bottom - pictureTop <= root.clientHeight - headTop;
  const top = fits ? pictureTop : terminal.top;
  const below = terminal.bottom - root.clientHeight;
  // The upper edge comes first where even the terminal is too high.
  const by = top < headTop ? top - headTop : Math.min(Math.max(0, below), top - headTop);
  if (Math.abs(by) < 2) return false;
  window.scrollBy({ top: by, behavior: 'instant' });
  return true;
}
