// Whom the processes of a container run as.
// Source: "Configure a Security Context for a Pod or Container" in the documentation.
import type { Container, Pod } from '../api/pod.ts';

export interface ContainerUser {
  readonly uid: number;
  readonly gid: number;
  /** Undefined: /etc/passwd has no name for it. */
  readonly name?: string;
  /** Beyond the first one, in order. */
  readonly groups: readonly number[];
}

export const rootUser: ContainerUser = { uid: 0, gid: 0, name: 'root', groups: [] };

const nobody = 65_534;
/** The numbers that images give to the users they make. */
const knownUsers: Readonly<Record<string, number>> = {
  root: 0,
  curl_user: 100,
  nginx: 101,
  postgres: 999,
  redis: 999,
  nobody,
};
const otherUser = 1000;

/** What the container asks for, else its pod, else its image. */
export function userOf(pod: Pod, container: Container, imageUser: string | undefined): ContainerUser {
  const [ofPod, ofContainer] = [pod.spec.securityContext ?? {}, container.securityContext ?? {}];
  const image = readImageUser(imageUser);
  const uid = ofContainer.runAsUser ?? ofPod.runAsUser ?? image.uid;
  const gid = ofContainer.runAsGroup ?? ofPod.runAsGroup ?? (uid === image.uid ? image.gid : 0);
  const name = uid === image.uid && image.name !== undefined ? image.name : nameOf(uid);
  const more = [...(ofPod.fsGroup === undefined ? [] : [ofPod.fsGroup]), ...(ofPod.supplementalGroups ?? [])];
  return {
    uid,
    gid,
    ...(name === undefined ? {} : { name }),
    groups: [...new Set(more)].filter((group) => group !== gid),
  };
}

/** The number of an image's user, where the image gives one. */
export function imageUid(imageUser: string | undefined): number | undefined {
  const name = imageUser?.split(':', 1)[0] ?? '';
  if (name === '') return 0;
  return /^\d+$/.test(name) ? Number(name) : undefined;
}

function readImageUser(text: string | undefined): { uid: number; gid: number; name?: string } {
  const [user = '', group] = text?.split(':') ?? [];
  if (user === '') return { uid: 0, gid: 0 };
  const isNumber = /^\d+$/.test(user);
  const uid = isNumber ? Number(user) : (knownUsers[user] ?? otherUser);
  const gid = group !== undefined && /^\d+$/.test(group) ? Number(group) : isNumber ? 0 : uid;
  return { uid, gid, ...(isNumber ? {} : { name: user }) };
}

function nameOf(uid: number): string | undefined {
  if (uid === 0) return 'root';
  return uid === nobody ? 'nobody' : undefined;
}
