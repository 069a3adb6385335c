/** The command line: finds the command, runs it, and turns its answer into an exit code. */
const USAGE = `Usage:
  petset cluster run FILE [--json] [--explain] [--seed S] [--nodes N] [--start TIME]
                                       replay a script against a fresh cluster
  petset grade PATH… [--rules FILE] [--roster FILE] [--format F,…] [--out DIR]
                                       grade submissions: files, folders, zips of learning platforms
  petset grade --diff OLD.json NEW.json  say whose grade moved, by which check, and why
  petset merge SHARD… [--format F,…] [--out DIR]
                                       put together what several machines graded
  petset similar PATH…                 show which submissions are alike, and in what
  petset replay SUBMISSION [--link PAGE]
                                       step through what a student did
  petset verify [SLUG…] [--watch]      prove the curriculum

Every command has --help.
`;

type Command = (words: readonly string[]) => number | Promise<number>;

/** Each is loaded when it is called. */
const commands = new Map<string, () => Promise<Command>>([
  ['cluster run', async () => (await import('./cluster-run.ts')).clusterRun],
  ['grade', async () => (await import('./grade.ts')).gradeCommand],
  ['merge', async () => (await import('./merge.ts')).mergeCommand],
  ['similar', async () => (await import('./similar.ts')).similarCommand],
  ['replay', async () => (await import('./replay.ts')).replayCommand],
  ['verify', async () => (await import('./verify.ts')).verifyCommand],
]);

// Who reads no further, as `head` does, has had enough: that is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

const words = process.argv.slice(2);
const [first = '--help', second = ''] = words;
const two = commands.get(`${first} ${second}`);
const load = two ?? commands.get(first);

if (first === '--help' || first === '-h') {
  process.stdout.write(USAGE);
} else if (load) {
  const { broken } = await import('./complain.ts');
  const command = await load();
  try {
    process.exitCode = await command(words.slice(two ? 2 : 1));
  } catch (error) {
    process.exitCode = broken(error);
  }
} else {
  const { wrongUsage } = await import('./complain.ts');
  process.exitCode = wrongUsage(`unknown command "${[first, second].join(' ').trim()}": see petset --help`);
}
