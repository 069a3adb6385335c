// Which tags an image has. Nobody keeps a list of all that were published: one that looks like a version is there, up to the newest.

/** latest, stable, alpine …; 1.24, v2, 3.18.4-alpine, 22.04 …; not nosuchtag. */
export function isUsualTag(tag: string): boolean {
  const channel =
    /^(?:latest|stable|mainline|edge|main|lts|current|alpine[0-9.]*|slim|glibc|musl|uclibc|bookworm|bullseye|trixie|apache|fpm|cli|e2e)\b/;
  const version = /^v?\d{1,8}(?:\.\d{1,8}){0,3}(?:[a-z]{1,4}\d{0,4})?(?:-[a-z0-9.-]*)?$/;
  return tag.length <= 60 && (channel.test(tag) || version.test(tag));
}

/** Whether a tag is of a version that there is not yet: 1.63 where the newest is 1.37, 9-alpine where it is 8. Not latest. */
export function isBeyond(tag: string, newest: string): boolean {
  const [version] = /^\d+(?:\.\d+)*/.exec(tag.replace(/^v/, '')) ?? [];
  if (version === undefined) return false;
  const asked = version.split('.').map(Number);
  for (const [place, limit] of newest.split('.').map(Number).entries()) {
    const number = asked[place];
    // 3 is there where 3.20 is the newest: it is a name of that one.
    if (number === undefined || number < limit) return false;
    if (number > limit) return true;
  }
  return false;
}
