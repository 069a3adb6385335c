/** `npm run play:lesson -- PATH [SECONDS]`: what the commands of a lesson print, with so many seconds of reading before each. */
import { writtenLessons } from './course/lessons.ts';
import { isAsMeant, misprintsOf, playLab } from './course/play-lab.ts';

const [wanted = '', seconds = '2'] = process.argv.slice(2);
const found = writtenLessons().filter(({ path }) => path.includes(wanted));
if (found.length === 0) process.stderr.write(`no lesson's path holds "${wanted}"\n`);
let faults = found.length === 0 ? 1 : 0;
for (const { path, source } of found) {
  for (const played of source.labs.flatMap((lab) => playLab(lab, Number(seconds) * 1000))) {
    const { run, output, exitCode } = played;
    process.stdout.write(`${path}:${run.line}\n$ ${run.command.replaceAll('\n', '\n$ ')}\n${output}`);
    if (!isAsMeant(played)) process.stdout.write(`✗ ended with ${exitCode}\n`);
    const misprints = misprintsOf(played);
    for (const fault of misprints) process.stdout.write(`✗ ${fault}\n`);
    if (!isAsMeant(played) || misprints.length > 0) faults += 1;
  }
}
process.exitCode = faults === 0 ? 0 : 1;
