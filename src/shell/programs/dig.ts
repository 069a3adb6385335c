// dig: asks cluster DNS for one record type of one name, and prints the answer as it is.
//
// Departs: only A, SRV, PTR and CNAME records can be asked for, of the machine's own server.

import type { Process } from '../../sim/index.ts';
import { civilTime } from '../../sim/index.ts';
import type { DnsAnswer, DnsRecord, DnsType } from './dns-tools.ts';
import { bare, isAddress, noServerMs, reverseName, triedNames } from './dns-tools.ts';
import { pause } from './exchange.ts';
import { program, UsageError } from './program.ts';

interface Question {
  readonly name: string;
  readonly type: DnsType;
  readonly isShort: boolean;
  readonly isSearched: boolean;
  /** +noall +answer: of all sections only this one. */
  readonly isAnswerOnly: boolean;
}

export const dig = program(function* (process, args) {
  const question = parse(process, args);
  const { resolvConf, query } = process.host.network;
  const names = question.isSearched ? triedNames(question.name, resolvConf) : [question.name];
  let answer: DnsAnswer = { code: 'NXDOMAIN', answers: [], additional: [] };
  let asked = question.name;
  for (const tried of names) {
    asked = bare(tried);
    answer = query(asked, question.type);
    if (answer.code === 'NOERROR' || answer.code === 'timeout') break;
  }
  if (answer.code === 'timeout') {
    yield* pause(process, noServerMs);
    const banner = question.isShort ? '' : bannerOf(args);
    process.stdout.write(`${banner};; connection timed out; no servers could be reached\n`);
    return 9;
  }
  if (question.isShort) process.stdout.write(answer.answers.map(({ data }) => `${data}\n`).join(''));
  else if (question.isAnswerOnly) process.stdout.write(answer.answers.map(recordLine).join(''));
  else process.stdout.write(`${bannerOf(args)}${fullAnswer(process, asked, question.type, answer)}`);
  return 0;
});

function parse(process: Process, args: readonly string[]): Question {
  const words: string[] = [];
  const flags = new Set<string>();
  let type: DnsType = 'A';
  let address: string | undefined;
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const kind = typeFrom(word);
    if (word.startsWith('+')) flags.add(word.slice(1).replace(/=.*/, ''));
    else if (word === '-x') address = rest.shift() ?? '';
    else if (word === '-t') type = typeFrom(rest.shift() ?? '') ?? unsupported(word);
    else if (word.startsWith('@')) checkServer(process, word.slice(1));
    else if (kind !== undefined) type = kind;
    else if (/^-|^(AAAA|MX|TXT|NS|SOA|ANY)$/i.test(word)) unsupported(word);
    else words.push(word);
  }
  if (address !== undefined && !isAddress(address)) throw new UsageError(`Invalid IP address ${address}`);
  const name = address === undefined ? words[0] : reverseName(address);
  if (name === undefined) throw new UsageError('a name to look up is needed');
  return {
    name: bare(name),
    type: address === undefined ? type : 'PTR',
    isShort: flags.has('short'),
    isSearched: flags.has('search') && !name.endsWith('.'),
    isAnswerOnly: flags.has('noall') && flags.has('answer'),
  };
}

function typeFrom(word: string): DnsType | undefined {
  const upper = word.toUpperCase();
  return upper === 'A' || upper === 'SRV' || upper === 'PTR' || upper === 'CNAME' ? upper : undefined;
}

function unsupported(word: string): never {
  throw new UsageError(
    `${word} cannot be asked for here; use A, SRV, PTR or CNAME, -x ADDRESS, +short or +search`,
  );
}

function checkServer(process: Process, server: string): void {
  const own = process.host.network.resolvConf.nameserver;
  if (process.host.network.resolve(server)[0] === own) return;
  throw new UsageError(
    `couldn't get address for '${server}': the only server that can be asked here is ${own}`,
  );
}

function bannerOf(args: readonly string[]): string {
  return `\n; <<>> DiG 9.18.28 <<>> ${args.join(' ')}\n;; global options: +cmd\n`;
}

function fullAnswer(process: Process, name: string, type: DnsType, answer: DnsAnswer): string {
  const { now, network, random } = process.host;
  const server = network.resolvConf.nameserver;
  const id = random.int(65_536);
  const count = answer.answers.length;
  const isAuthoritative = answer.code === 'NOERROR' || name.endsWith('.local');
  const sections = [
    ';; Got answer:',
    `;; ->>HEADER<<- opcode: QUERY, status: ${answer.code}, id: ${id}`,
    `;; flags: qr${isAuthoritative ? ' aa' : ''} rd; QUERY: 1, ANSWER: ${count}, AUTHORITY: 0, ADDITIONAL: ${answer.additional.length + 1}`,
    ';; WARNING: recursion requested but not available',
    '',
    ';; OPT PSEUDOSECTION:',
    '; EDNS: version: 0, flags:; udp: 1232',
    ';; QUESTION SECTION:',
    `;${name}.\tIN\t${type}`,
    '',
    ...section('ANSWER', answer.answers),
    ...section('ADDITIONAL', answer.additional),
    ';; Query time: 0 msec',
    `;; SERVER: ${server}#53(${server}) (UDP)`,
    `;; WHEN: ${dateLine(now())}`,
    `;; MSG SIZE  rcvd: ${messageSize(name, answer)}`,
    '',
    '',
  ];
  return sections.join('\n');
}

function section(title: string, records: readonly DnsRecord[]): string[] {
  return records.length === 0 ? [] : [`;; ${title} SECTION:`, `${records.map(recordLine).join('')}`];
}

function recordLine({ name, type, ttlSeconds, data }: DnsRecord): string {
  return `${name}.\t${ttlSeconds}\tIN\t${type}\t${data}\n`;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dateLine(atMs: number): string {
  const { year, month, day, hour, minute, second, weekday } = civilTime(atMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${weekdays[weekday]} ${months[month - 1]} ${two(day)} ${two(hour)}:${two(minute)}:${two(second)} UTC ${year}`;
}

/** Header, question, EDNS, and every record with its name in full, as CoreDNS sends them. */
function messageSize(name: string, { answers, additional }: DnsAnswer): number {
  const records = [...answers, ...additional];
  const sizes = records.map(
    (record) => record.name.length + 2 + 10 + (record.type === 'A' ? 4 : record.data.length),
  );
  return 12 + name.length + 2 + 4 + 11 + sizes.reduce((sum, size) => sum + size, 0);
}
