// `petset cluster run FILE`: replays a script against a fresh cluster and prints what a terminal would show.

import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { englishTexts } from '../../src/kubectl/field-texts/en/index.ts';
import type { ScriptRun, ScriptStep } from '../../src/shell/run-script.ts';
import { runScript } from '../../src/shell/run-script.ts';
import { parseRfc3339 } from '../../src/sim/index.ts';
import type { Locale } from '../locale.ts';
import { FALLBACK_LOCALE, isLocale, LOCALES } from '../locale.ts';
import { shownLine } from '../report/shown.ts';
import { command } from './command.ts';
import { fileProblem, flagProblem, wrongUsage } from './complain.ts';
import { filesBeside } from './files-beside.ts';

export const usage = `Usage: petset cluster run FILE [--json] [--explain] [--locale en|ko] [--seed S] [--nodes N] [--start TIME]

Replays a script, one shell command a line, against a fresh cluster. FILE may be - for standard input.
File names in the script resolve beside FILE.

  --json         print one JSON object: steps, pods, events, objects
  --explain      beside what kubectl prints, say where a refused manifest is wrong and what to write instead, and which
                 images there are: lines that begin with "# help:", or with --json a key "help" of the step
  --locale L     the language of --explain: en (default) or ko
  --seed S       what feeds names, ties and jitter: a whole number, or a word of letters, digits and dashes (default 1)
  --nodes N      how many nodes (default 3, at most 100)
  --start TIME   when the cluster is handed over, as 2026-01-05T09:00:00Z

Exit codes: 0 played to the end (whatever the commands returned), 1 it could not be played to the end, 2 wrong usage.
`;

const nodesMax = 100;
const seedPattern = /^[A-Za-z0-9-]{1,100}$/;

/** Runs the command with the words after `cluster run`; returns the exit code. */
export const clusterRun = command(usage, readCall, playFile);

function playFile(call: Call): number {
  let script: string;
  try {
    script = readFileSync(call.file === '-' ? 0 : call.file, 'utf8');
  } catch (error) {
    return wrongUsage(fileProblem(call.file, error));
  }
  const beside = filesBeside(call.file === '-' ? '.' : dirname(call.file));
  for (const warning of beside.warnings) process.stderr.write(`petset: ${shownLine(warning)}\n`);
  const run = runScript(script, { ...call.options, files: beside.files, fieldTexts: englishTexts });
  process.stdout.write(call.json ? `${JSON.stringify(run, null, 1)}\n` : transcript(run));
  if (run.error) process.stderr.write(`petset: ${shownLine(`${call.file}: ${run.error}`)}\n`);
  return run.error ? 1 : 0;
}

/** What a terminal would show: each command behind a prompt, then what it printed. */
function transcript(run: ScriptRun): string {
  return run.steps
    .map((step) => whole(`$ ${step.line.replaceAll('\n', '\n> ')}\n${step.output}`) + helpText(step))
    .join('');
}

/** With a line's end. */
function whole(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** Never to be taken for what kubectl prints. */
function helpText({ help = [] }: ScriptStep): string {
  return help
    .map(({ file, line, column, message }) => {
      const place = file === '' ? '' : `${file}:${line}:${column}: `;
      return `# help: ${shownLine(place + message)}\n`;
    })
    .join('');
}

interface Call {
  readonly file: string;
  readonly json: boolean;
  readonly help: boolean;
  readonly options: {
    readonly seed: string;
    readonly nodes: number;
    readonly startMs?: number;
    readonly explain?: Locale;
  };
}

function readCall(words: readonly string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        locale: { type: 'string', default: FALLBACK_LOCALE },
        seed: { type: 'string', default: '1' },
        nodes: { type: 'string', default: '3' },
        start: { type: 'string' },
      },
    });
    const [file, ...more] = positionals;
    if (!values.help && (file === undefined || more.length > 0)) return 'cluster run takes one FILE';
    if (!seedPattern.test(values.seed))
      return '--seed takes a whole number, or a word of letters, digits and dashes';
    const nodes = Number(values.nodes);
    if (!Number.isInteger(nodes) || nodes < 1 || nodes > nodesMax)
      return `--nodes takes a number from 1 to ${nodesMax}`;
    const startMs = values.start === undefined ? undefined : parseRfc3339(values.start);
    if (values.start !== undefined && startMs === undefined)
      return `--start ${values.start} is not a time such as 2026-01-05T09:00:00Z`;
    const { locale } = values;
    if (!isLocale(locale)) return `--locale takes ${LOCALES.join(' or ')}`;
    const options = {
      seed: values.seed,
      nodes,
      ...(startMs === undefined ? {} : { startMs }),
      ...(values.explain ? { explain: locale } : {}),
    };
    return { file: file ?? '', json: values.json, help: values.help, options };
  } catch (error) {
    return flagProblem(error);
  }
}
