// which: where programs are found.
import { resolvePath } from '../../sim/index.ts';
import { instant } from './program.ts';

export const which = instant((process, args) => {
  const { host, cwd, env } = process;
  const isThere = (path: string) => typeof host.lookup(path, env, cwd) === 'function';
  const places = (env.get('PATH') ?? '/usr/bin:/bin').split(':');
  let code = 0;
  for (const name of args.filter((arg) => arg !== '-a')) {
    const paths = name.includes('/') ? [name] : places.map((place) => resolvePath(cwd, `${place}/${name}`));
    const found = paths.find(isThere);
    if (found === undefined) code = 1;
    else process.stdout.write(`${found}\n`);
  }
  return code;
});
