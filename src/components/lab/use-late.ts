/** A part of the page whose code comes when it is first wanted. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Undefined until it is there. `load` must be the same function at every render. */
export function useLate<P>(
  load: () => Promise<ComponentType<P>>,
  isWanted: boolean,
): ComponentType<P> | undefined {
  const [part, setPart] = useState<{ readonly it: ComponentType<P> }>();
  useEffect(() => {
    if (isWanted) load().then((it) => setPart({ it }));
  }, [load, isWanted]);
  return part?.it;
}
