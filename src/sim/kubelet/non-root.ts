// Whether a container that must not run as root would.
// Source: "Configure a Security Context for a Pod or Container" in the documentation (runAsNonRoot).
import type { Container, Pod } from '../api/pod.ts';
import { imageUid } from '../world/container-user.ts';

/** Why it may not start, in the kubelet's words; undefined: it may. */
export function rootProblem(
  pod: Pod,
  container: Container,
  imageUser: string | undefined,
): string | undefined {
  const [ofPod, ofContainer] = [pod.spec.securityContext ?? {}, container.securityContext ?? {}];
  if ((ofContainer.runAsNonRoot ?? ofPod.runAsNonRoot) !== true) return undefined;
  const { name, namespace, uid } = pod.metadata;
  const where = `(pod: "${name}_${namespace}(${uid})", container: ${container.name})`;
  const asked = ofContainer.runAsUser ?? ofPod.runAsUser;
  if (asked === 0) return `container's runAsUser breaks non-root policy ${where}`;
  if (asked !== undefined) return undefined;
  const imageSays = imageUid(imageUser);
  if (imageSays === 0) return `container has runAsNonRoot and image will run as root ${where}`;
  if (imageSays !== undefined) return undefined;
  return `container has runAsNonRoot and image has non-numeric user (${imageUser?.split(':', 1)[0]}), cannot verify user is non-root ${where}`;
}
