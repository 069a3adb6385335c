// The formats of `petset grade` and `petset merge`, by name.
import { canvas } from '../report/canvas.ts';
import { classroom50 } from '../report/classroom50.ts';
import { csvLong } from '../report/csv-long.ts';
import { csvWide } from '../report/csv-wide.ts';
import { exercism } from '../report/exercism.ts';
import type { Format } from '../report/format.ts';
import { gradescope } from '../report/gradescope.ts';
import { html } from '../report/html.ts';
import { json } from '../report/json.ts';
import { junit } from '../report/junit.ts';
import { moodle } from '../report/moodle.ts';
import { prairielearn } from '../report/prairielearn.ts';
import { table } from '../report/table.ts';
import { text } from '../report/text-file.ts';
import type { FormatName } from './format-names.ts';

export const formats: Readonly<Record<FormatName, Format>> = {
  table,
  text,
  json,
  csv: csvLong,
  'csv-wide': csvWide,
  html,
  canvas,
  moodle,
  gradescope,
  junit,
  classroom50,
  exercism,
  prairielearn,
};
