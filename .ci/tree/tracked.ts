/** What no tracked file may hold. Each rule answers with one line a fault. */

const MACHINE_PATH =
  /(?<![\w.:/~-])\/(?:work|root|home\/[a-z]\w*|Users\/\w+|tmp\/(?!LIVE|MERGED|kubectl-edit|hostpath)[\w-]+)\/[\w.-]+/;
const REGISTRY =
  /https?:\/\/(?:registry\.npmjs\.org|registry\.yarnpkg\.com|[\w.-]*(?:artifactory|nexus|verdaccio)[\w.-]*)/i;
const LINES_MAX = 400;

/** Tables and recordings may be long; so may what a tool writes. */
const MAY_BE_LONG = /(^|\/)(testdata|generated|tables?)\/|\.table\.ts$/;

/** Files whose every byte is data of another tool, or that quote the real world's transcripts. */
const MAY_NAME_PATHS = /(^|\/)testdata\/|^exercises\/|^content\/|^\.ci\/tree\//;

export function faultsOf(path: string, text: string): string[] {
  const faults: string[] = [];
  const lines = text.split('\n');
  if (/\.(ts|tsx|astro|mjs)$/.test(path) && !MAY_BE_LONG.test(path) && lines.length - 1 > LINES_MAX) {
    faults.push(`${path}: ${lines.length - 1} lines, ${LINES_MAX} at most: what second idea lives in it?`);
  }
  if (path === 'package-lock.json' && text.includes('"resolved":')) {
    faults.push(`${path}: holds download addresses: run \`npm run lock\``);
  }
  lines.forEach((line, index) => {
    const where = `${path}:${index + 1}`;
    if (!MAY_NAME_PATHS.test(path) && MACHINE_PATH.test(line)) faults.push(`${where}: a path of one machine`);
    if (!path.startsWith('.ci/tree/') && REGISTRY.test(line))
      faults.push(`${where}: the host of a package registry`);
  });
  return faults;
}
