/** Where the link of a built page was written. */
import { existsSync, readFileSync } from 'node:fs';

/** `file:line` in the lesson that the page was made of; in the page itself where the lesson does not name the target. */
export function placeOf(folder: string, page: string, target: string): string {
  const [locale = '', ...slug] = page.split('/').filter(Boolean);
  const sources = [locale, 'en'].flatMap((language) => {
    const path = `content/${[language, ...slug].join('/')}`;
    return [`${path}.mdx`, `${path}/index.mdx`];
  });
  const built = `${folder}/${page === '' || page.endsWith('/') ? `${page}index.html` : page}`;
  for (const path of [...sources, built]) {
    const line = existsSync(path) ? lineWith(readFileSync(path, 'utf8'), target) : undefined;
    if (line !== undefined) return `${path}:${line}`;
  }
  return built;
}

function lineWith(text: string, target: string): number | undefined {
  const forms = [target, target.replaceAll('&', '&amp;')];
  // As an attribute, a link of Markdown, or a value of front matter: as a whole, not as the beginning of another.
  const whole = forms.flatMap((form) => [`"${form}"`, `'${form}'`, `(${form})`, ` ${form}\n`]);
  const at = whole.map((form) => text.indexOf(form)).find((index) => index >= 0);
  return at === undefined ? undefined : text.slice(0, at).split('\n').length;
}
