// Image names as the container runtime understands them: nginx is docker.io/library/nginx:latest.
// See https://github.com/distribution/reference for the grammar.
import { memoized } from './memo.ts';

/** An image's name in full. Exactly one of tag and digest counts: the digest, where there is one. */
export interface ImageName {
  /** E.g. docker.io/library/nginx */
  readonly repository: string;
  readonly tag?: string;
  /** sha256:<64 hex digits> */
  readonly digest?: string;
  /** E.g. docker.io/library/nginx:1.24 */
  readonly full: string;
}

const domainPart = '(?:[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*)';
const domain = new RegExp(`^${domainPart}(?:\\.${domainPart})*(?::[0-9]+)?$`);
const pathPart = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestPattern = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
const maxNameChars = 255;

/** Reads an image name. An error is the runtime's own words, e.g. `invalid reference format`. */
export const parseImageName: (text: string) => ImageName | { readonly error: string } = memoized(
  500,
  readName,
);

function readName(text: string): ImageName | { readonly error: string } {
  const invalid = { error: 'invalid reference format' };
  if (text.length > 4 * maxNameChars) return invalid;
  const { host, rest } = splitHost(text);
  const beforeTag = rest.split('@', 1)[0] as string;
  const colon = beforeTag.indexOf(':');
  const path = colon < 0 ? beforeTag : beforeTag.slice(0, colon);
  if (path !== path.toLowerCase())
    return { error: `invalid reference format: repository name (${path}) must be lowercase` };
  if (!domain.test(host) || path.split('/').some((part) => !pathPart.test(part))) return invalid;
  const tag = colon < 0 ? undefined : beforeTag.slice(colon + 1);
  const digest = rest.includes('@') ? rest.slice(beforeTag.length + 1) : undefined;
  if (tag !== undefined && !tagPattern.test(tag)) return invalid;
  if (digest !== undefined && !digestPattern.test(digest)) return invalid;
  const repository = `${host}/${path}`;
  if (repository.length > maxNameChars)
    return {
      error: `invalid reference format: repository name must not be more than ${maxNameChars} characters`,
    };
  if (digest !== undefined) return { repository, digest, full: `${repository}@${digest}` };
  return { repository, tag: tag ?? 'latest', full: `${repository}:${tag ?? 'latest'}` };
}

/** A name in full; one that is no name as it is. */
export function fullImageName(name: string): string {
  const parsed = parseImageName(name);
  return 'error' in parsed ? name : parsed.full;
}

/** The first part is a registry's host if it looks like one; else the image is Docker Hub's. */
function splitHost(text: string): { host: string; rest: string } {
  const slash = text.indexOf('/');
  const first = text.slice(0, Math.max(slash, 0));
  const isHost = /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
  const host = slash >= 0 && isHost ? first : 'docker.io';
  const rest = slash >= 0 && isHost ? text.slice(slash + 1) : text;
  if (host !== 'docker.io' && host !== 'index.docker.io') return { host, rest };
  return { host: 'docker.io', rest: rest.includes('/') ? rest : `library/${rest}` };
}
