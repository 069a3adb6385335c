// An author's Markdown as HTML. HTML within it is shown as text, and links of other protocols than the web's are dropped.
import { micromark } from 'micromark';

export function markdownHtml(markdown: string): string {
  return micromark(markdown);
}
