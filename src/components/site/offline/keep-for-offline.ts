/** Asks the browser to keep the course for when there is no network, once the page is there. */

/** `base`: the site's base path. Nothing is kept for those who asked to save data. */
export function keepForOffline(base: string): void {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || connection?.saveData === true) return;
  // Without it, as in a private window of some browsers, the course is read as ever.
  const register = (): Promise<unknown> => navigator.serviceWorker.register(`${base}sw.js`).catch(() => {});
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}
