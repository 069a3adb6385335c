// One page, whole in itself: no script, nothing fetched, and nothing that is written in it can be run.
import type { Locale } from '../../locale.ts';
import { shown, shownLine } from '../shown.ts';
import { escaped } from '../xml.ts';
import { style } from './style.ts';

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export interface PageParts {
  readonly title: string;
  readonly locale: Locale;
  readonly isWide?: boolean;
  /** HTML. */
  readonly header: string;
  readonly main: string;
  readonly footer: string;
}

export function htmlPage({ title, locale, isWide, header, main, footer }: PageParts): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${line(title)}</title>
<style>${style}</style>
</head>
<body${isWide ? ' class="wide"' : ''}>
<header class="top">${header}</header>
<main>${main}</main>
<footer><p>${footer}</p></footer>
</body>
</html>
`;
}

/** A text from outside on one line. */
export function line(text: string): string {
  return escaped(shownLine(text));
}

/** A text from outside that may have lines of its own. */
export function lines(text: string): string {
  return escaped(shown(text));
}

/** A bar of a share from 0 to 1; the number stands beside it in words. */
export function bar(share: number, kind = ''): string {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return `<span class="bar ${kind}" aria-hidden="true"><i style="width:${width}%"></i></span>`;
}

/** The link to a file beside this one. */
export function href(path: string): string {
  return escaped(path.split('/').map(uriPart).join('/'));
}

function uriPart(part: string): string {
  return encodeURIComponent(
    part.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '_'),
  );
}
