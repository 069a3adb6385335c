// A pod that waits for an image that there is not: what to say of it, and which images there are.
import type { Pod } from '../api/pod.ts';
import type { World } from '../world/create-world.ts';
import type { Advice } from './advice.ts';

/** Names of the learner's own may be long. */
const NAME_MAX = 100;

/** Advice on the first image that a pod waits for in vain; undefined: it waits for none. */
export function imageAdvice(
  { status }: Pod,
  world: Pick<World, 'insteadOfImage'>,
): Extract<Advice, { readonly is: 'no-such-image' }> | undefined {
  const statuses = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
  for (const { state, image = '' } of statuses) {
    if (!/^(?:ErrImagePull|ImagePullBackOff|InvalidImageName)$/.test(state?.waiting?.reason ?? '')) continue;
    const choice = world.insteadOfImage(image);
    if (choice !== undefined) return { is: 'no-such-image', image: image.slice(0, NAME_MAX), ...choice };
  }
  return undefined;
}
