/** `npm run check:links`, of the built site: every link in it leads somewhere. `-- BASE` where it was built for a base path. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { HOSTS } from './links/hosts.ts';
import { linkFaults } from './links/link-faults.ts';
import { readPage } from './links/page.ts';
import { placeOf } from './links/place.ts';
import { repositoryFaults } from './links/repository-links.ts';

const [base = '/', folder = 'dist'] = process.argv.slice(2);
/** Fewer pages than this: something was not built. */
const PAGES_MIN = 40;

if (!existsSync(folder)) {
  process.stderr.write(`there is no ${folder}: npm run build\n`);
  process.exit(1);
}
const built = globSync('**/*', { cwd: folder, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) =>
    `${parentPath}/${name}`.replaceAll('\\', '/').split(`${folder}/`).slice(1).join('/'),
  );
const isPage = (path: string): boolean => path.endsWith('.html');
const pages = new Map(
  built
    .filter(isPage)
    .sort()
    .map((path) => [
      path.replace(/(^|\/)index\.html$/, '$1'),
      readPage(readFileSync(`${folder}/${path}`, 'utf8')),
    ]),
);
const files = new Set(built.filter((path) => !isPage(path)));
const faults = [
  ...linkFaults({ base, pages, files, hosts: HOSTS }).map(
    ({ page, target, fault }) => `${placeOf(folder, page, target)}: ${target} ${fault}`,
  ),
  ...repositoryFaults(globSync(['README.md', '{content,grader,src}/**/*.md'])),
];
for (const line of [...new Set(faults)]) process.stderr.write(`${line}\n`);
process.stdout.write(`links: ${pages.size} pages read, ${faults.length} faults\n`);
process.exitCode = faults.length === 0 && pages.size >= PAGES_MIN ? 0 : 1;
