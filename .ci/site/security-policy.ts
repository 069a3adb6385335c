/**
 * The pages' Content-Security-Policy, written into each of them once they are built: only what the site itself holds is
 * loaded, and of what stands within a page only the scripts and styles that it was built with, by their hashes.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `'wasm-unsafe-eval'` lets the search load its index; it lets no script be evaluated. */
const SCRIPTS = ["'self'", "'wasm-unsafe-eval'"];
const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

/** The policy of a page as it was built. */
export function policyOf(html: string): string {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)];
  const attributes = [...html.matchAll(/<[a-z][^<>]*?\sstyle="([^"]*)"/g)];
  const values = attributes.map(([, value = '']) => value.replace(/&[#\w]+;/g, (it) => ENTITIES[it] ?? it));
  return [
    "default-src 'none'",
    `script-src ${[...SCRIPTS, ...hashesOf(scripts.map(([, text = '']) => text))].join(' ')}`,
    `style-src ${["'self'", ...hashesOf(styles.map(([, text = '']) => text))].join(' ')}`,
    `style-src-attr ${values.length === 0 ? "'none'" : ["'unsafe-hashes'", ...hashesOf(values)].join(' ')}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The page with its policy before everything that it could forbid. */
export function withPolicy(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}">`;
  if (!html.includes('<head>')) throw new Error('a page has no <head> to put its policy in');
  return html.replace('<head>', `<head>${meta}`);
}

/** Protects every page of a folder. */
export function protectPages(folder: string): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.html')) continue;
    const file = join(folder, path);
    writeFileSync(file, withPolicy(readFileSync(file, 'utf8')));
  }
}

function hashesOf(texts: readonly string[]): string[] {
  const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
  return [...new Set(texts)].map((text) => `'sha256-${hash(text)}'`).sort();
}
