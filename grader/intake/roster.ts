// A class list, from whatever columns it has: our own, Canvas's or Moodle's export, Classroom 50's students.csv.
import type { KeyKind } from './claim.ts';
import { folded } from './claim.ts';

export interface Person {
  /** What reports and pages show. */
  readonly name: string;
  /** The first of its keys, by which it is told from people of the same name. */
  readonly key: string;
  readonly keys: ReadonlyMap<KeyKind, string>;
  readonly section?: string;
  /** Every cell of its row, by folded heading. */
  readonly cells: ReadonlyMap<string, string>;
  /** Line of the file, from 1. */
  readonly line: number;
}

export interface Roster {
  readonly people: readonly Person[];
  readonly problems: readonly string[];
}

type Column = Exclude<KeyKind, 'name' | 'any'> | 'name' | 'first' | 'last' | 'section';

const headings: readonly (readonly [Column, readonly string[]])[] = [
  [
    'name',
    ['student', 'name', 'full name', 'student name', 'display name', '이름', '성명', '학생', '전체 이름'],
  ],
  ['first', ['first name', 'first_name', 'given name', 'firstname', '이름(명)']],
  ['last', ['last name', 'last_name', 'surname', 'family name', 'lastname', '성']],
  ['canvas', ['id', 'canvas id', 'canvas user id']],
  ['sis', ['sis user id', 'sis id', 'sis_id', 'integration id']],
  [
    'login',
    ['sis login id', 'login', 'login id', 'username', 'user name', 'user', '아이디', '사용자 아이디'],
  ],
  ['email', ['email', 'email address', 'e-mail', 'mail', '이메일', '이메일 주소', '메일 주소']],
  ['participant', ['identifier', 'participant', '식별자', '식별번호']],
  ['github', ['github', 'github username', 'github_username']],
  ['number', ['sid', 'student id', 'student number', 'id number', 'idnumber', '학번', '식별 번호']],
  ['section', ['section', 'group', 'class', '분반', '반', '그룹']],
];

const peopleMax = 200_000;

/** Reads rows of cells, headings first. Canvas's row of points and rows without a person are passed over. */
export function readRoster(rows: readonly (readonly string[])[]): Roster {
  const [heads = [], ...rest] = rows;
  const columns = columnsOf(heads);
  if (!columns.has('name') && !columns.has('last') && ![...columns.keys()].some((it) => it !== 'section')) {
    return {
      people: [],
      problems: ['no column tells who people are: name, email, login, student id, or the like'],
    };
  }
  const people: Person[] = [];
  const problems: string[] = [];
  const seen = new Map<string, number>();
  for (const [index, row] of rest.entries()) {
    const person = personOf(heads, columns, row, index + 2);
    if (!person || people.length >= peopleMax) continue;
    const before = seen.get(person.key);
    if (before !== undefined) {
      problems.push(`line ${person.line}: ${person.key} is there twice, first in line ${before}`);
      continue;
    }
    seen.set(person.key, person.line);
    people.push(person);
  }
  return { people, problems };
}

/** The index of each column that is known, the first of its kind. */
export function columnsOf(heads: readonly string[]): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  for (const [column, names] of headings) {
    const at = heads.findIndex((head) => names.includes(folded(head)));
    if (at >= 0) columns.set(column, at);
  }
  // Classroom 50 calls the account on GitHub plainly username.
  const login = columns.get('login');
  if (login !== undefined && heads.some((head) => folded(head) === 'github_id')) columns.set('github', login);
  return columns;
}

function personOf(
  heads: readonly string[],
  columns: ReadonlyMap<Column, number>,
  row: readonly string[],
  line: number,
): Person | undefined {
  const cell = (column: Column) => (row[columns.get(column) ?? -1] ?? '').trim();
  const whole = cell('name') || [cell('first'), cell('last')].filter(Boolean).join(' ');
  if (/^points possible$/i.test(whole)) return undefined;
  const keys = new Map<KeyKind, string>();
  for (const kind of ['number', 'sis', 'canvas', 'login', 'email', 'github', 'participant'] as const) {
    const value = kind === 'participant' ? cell(kind).replace(/^\D+/, '') : cell(kind);
    if (value !== '') keys.set(kind, value);
  }
  const name = naturalName(whole) || [...keys.values()][0] || '';
  if (name === '') return undefined;
  if (whole !== '') keys.set('name', whole);
  const section = cell('section');
  return {
    name,
    key: [...keys.values()][0] ?? name,
    keys,
    ...(section === '' ? {} : { section }),
    cells: new Map(heads.map((head, at) => [folded(head), (row[at] ?? '').trim()])),
    line,
  };
}

/** `Doe, Jane` as `Jane Doe`. */
function naturalName(name: string): string {
  const [, last, first] = /^([^,]+),\s*([^,]+)$/.exec(name) ?? [];
  return last === undefined ? name : `${first} ${last}`.trim();
}
