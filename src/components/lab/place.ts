/** Where an element is laid out within a host, wherever an animation is just carrying it. */
export function placeWithin(host: HTMLElement, element: HTMLElement): DOMRect {
  let x = 0;
  let y = 0;
  for (let at: HTMLElement | null = element; at && at !== host; at = at.offsetParent as HTMLElement | null) {
    x += at.offsetLeft;
    y += at.offsetTop;
  }
  return new DOMRect(x, y, element.offsetWidth, element.offsetHeight);
}
