/** The command line: finds the command, runs it, and turns its answer into an exit code. */
const USAGE = `Usage:
  petset cluster run FILE [--json] [--explain] [--seed S] [--nodes N] [--start TIME]
  petset grade PATH… [--format FORMAT] [--out DIR]
  petset verify [SLUG…]
`;

const [command, ...words] = process.argv.slice(2);

if (command === undefined || command === '--help' || command === '-h') {
  process.stdout.write(USAGE);
} else if (command === 'cluster' && words[0] === 'run') {
  const { clusterRun } = await import('./cluster-run.ts');
  process.exitCode = clusterRun(words.slice(1));
} else if (command === 'grade') {
  const { gradeCommand } = await import('./grade.ts');
  process.exitCode = await gradeCommand(words);
} else if (command === 'verify') {
  const { verifyCommand } = await import('./verify.ts');
  process.exitCode = verifyCommand(words);
} else {
  const { wrongUsage } = await import('./complain.ts');
  const said = [command, ...words].slice(0, 2).join(' ');
  process.exitCode = wrongUsage(`unknown command "${said}": see petset --help`);
}
