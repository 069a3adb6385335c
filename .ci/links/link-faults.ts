/** Which links of a built site lead nowhere, or to a place that nobody chose. */
import { suggest } from '../../src/shell/language/suggestion.ts';
import type { BuiltPage } from './page.ts';

export interface BuiltSite {
  /** Where the site lies on its host: `/`, or `/petset/`. */
  readonly base: string;
  /** Pages by their paths below the base, `en/pods/is-it-well/`; the first one is ``. */
  readonly pages: ReadonlyMap<string, BuiltPage>;
  /** Every other file, by its path below the base. */
  readonly files: ReadonlySet<string>;
  /** The hosts that may be led to. */
  readonly hosts: ReadonlySet<string>;
}

export interface LinkFault {
  readonly page: string;
  readonly target: string;
  readonly fault: string;
}

const HERE = 'https://here.invalid';

export function linkFaults(site: BuiltSite): LinkFault[] {
  return [...site.pages].flatMap(([page, { targets }]) =>
    [...targets].flatMap((target) => {
      const fault = faultOf(site, page, target);
      return fault === undefined ? [] : [{ page, target, fault }];
    }),
  );
}

function faultOf(site: BuiltSite, page: string, target: string): string | undefined {
  if (/^(data|blob):/.test(target)) return undefined;
  const url = URL.parse(target, `${HERE}${site.base}${page}`);
  if (url === null || /\s/.test(target)) return 'is no address';
  return url.origin === HERE ? innerFault(site, url) : outerFault(site, url);
}

/** Nothing is asked of the other host: whether its page exists is for its readers to see. */
function outerFault({ hosts }: BuiltSite, url: URL): string | undefined {
  if (url.protocol !== 'https:') return `is no https address: https://${url.host}${url.pathname}?`;
  if (url.username !== '' || url.port !== '') return 'names a user or a port';
  if (hosts.has(url.host)) return undefined;
  const meant = suggest(url.host, hosts);
  return `leads to a host that is not in .ci/links/hosts.ts${meant === undefined ? '' : `: ${meant}?`}`;
}

function innerFault({ base, pages, files }: BuiltSite, { pathname, hash }: URL): string | undefined {
  const path = decodeURIComponent(pathname);
  if (!path.startsWith(base)) return `leads out of the site, which lies at ${base}`;
  const below = path.slice(base.length);
  const page = pages.get(below);
  if (page === undefined) return files.has(below) ? undefined : missing(below, pages, files);
  const id = decodeURIComponent(hash.slice(1));
  if (id === '' || page.ids.has(id)) return undefined;
  const meant = suggest(id, page.ids);
  return `leads to a page that has no "${id}"${meant === undefined ? '' : `: #${meant}?`}`;
}

function missing(path: string, pages: BuiltSite['pages'], files: BuiltSite['files']): string {
  if (pages.has(`${path}/`)) return `lacks the slash at its end: ${path}/?`;
  const known = [...pages.keys(), ...files];
  const last = lastStep(path);
  const meant = suggest(path, known) ?? known.find((other) => lastStep(other) === last);
  return `leads nowhere${meant === undefined ? '' : `: ${meant}?`}`;
}

function lastStep(path: string): string {
  return path.split('/').filter(Boolean).at(-1) ?? '';
}
