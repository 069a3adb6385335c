/**
 * Keeps the course for when there is no network: all of its code from the first visit on, and every page that is read. Pages come from the
 * network where there is one, code from what is kept: its names change with what is in it. Built to /sw.js by .ci/site/offline.ts.
 */

/** What there is to keep, and a version that changes with it: written in front of this file when it is built. */
declare const KEPT: { readonly version: string; readonly paths: readonly string[] };

interface Client {
  readonly url: string;
}

interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends LifeEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(which: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly Client[]>;
  };
  addEventListener(type: 'install' | 'activate', hear: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', hear: (event: FetchEvent) => void): void;
}

const worker = self as unknown as Scope;
const { scope } = worker.registration;
/** Other courses may live on the same host. */
const OURS = `petset ${scope} `;
const NAME = OURS + KEPT.version;
const OFFLINE = new URL('offline/', scope).href;
const code = new Set(KEPT.paths.map((path) => new URL(path, scope).href));

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method !== 'GET' || !url.startsWith(scope)) return;
  const isNamedByContent = url.startsWith(new URL('_astro/', scope).href);
  event.respondWith(isNamedByContent ? fromKept(event) : fromNetwork(event));
});

/** Pages that were read go along into the new version, as they are now: those of the old one want the old code. */
async function install(): Promise<void> {
  const cache = await caches.open(NAME);
  await cache.addAll([...code]);
  for (const name of await otherNames()) {
    const requests = await (await caches.open(name)).keys();
    await Promise.all(requests.filter(isPage).map(({ url }) => keep(cache, url)));
  }
}

/** The pages that are open were loaded before there was anybody to keep them. */
async function activate(): Promise<void> {
  await Promise.all((await otherNames()).map((name) => caches.delete(name)));
  await worker.clients.claim();
  const cache = await caches.open(NAME);
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  await Promise.all(open.map(({ url }) => keep(cache, url)));
}

async function otherNames(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NAME);
}

function isPage({ url }: Request): boolean {
  return new URL(url).pathname.endsWith('/');
}

async function keep(cache: Cache, url: string): Promise<void> {
  try {
    const page = await fetch(url, { cache: 'no-cache' });
    if (page.ok && !page.redirected) await cache.put(new URL(url).href.replace(/[?#].*$/, ''), page);
  } catch {
    // It is kept when it is read again.
  }
}

async function fromKept(event: FetchEvent): Promise<Response> {
  return (await caches.match(event.request)) ?? fromNetwork(event);
}

async function fromNetwork(event: FetchEvent): Promise<Response> {
  const { request } = event;
  try {
    const response = await fetch(request);
    if (response.ok && !response.redirected) event.waitUntil(put(request, response.clone()));
    return response;
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true });
    const instead = kept ?? (request.mode === 'navigate' ? await caches.match(OFFLINE) : undefined);
    if (instead) return instead;
    throw error;
  }
}

/** Where there is no room, reading goes on all the same. */
async function put(request: Request, response: Response): Promise<void> {
  try {
    await (await caches.open(NAME)).put(request.url.replace(/[?#].*$/, ''), response);
  } catch {
    // The browser says so itself where somebody looks.
  }
}
