/** Virtual time as people read it. */

/** `0:07`, `12:40`, `1:02:03`. */
export function elapsedText(elapsedMs: number): string {
  const seconds = Math.floor(elapsedMs / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** `PT67S`, for machines. */
export function elapsedIso(elapsedMs: number): string {
  return `PT${Math.floor(elapsedMs / 1000)}S`;
}
