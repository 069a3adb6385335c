// nslookup in the three dialects a learner meets: BusyBox up to 1.28, BusyBox after that (and Alpine), and BIND's.
//
// Departs: only A, SRV, PTR and CNAME records can be asked for, and a server other than the machine's own cannot be.
import type { Process } from '../../sim/index.ts';
import type { Steps } from '../language/shell-state.ts';
import type { DnsAnswer, DnsType } from './dns-tools.ts';
import {
  addressesIn,
  bare,
  distributionOf,
  isAddress,
  nameOfAddress,
  noServerMs,
  reverseName,
  triedNames,
} from './dns-tools.ts';
import { pause } from './exchange.ts';
import { program, UsageError } from './program.ts';

interface Question {
  readonly name: string;
  /** Undefined: addresses. */
  readonly type: DnsType | undefined;
}

export const nslookup = program(function* (process, args) {
  const question = parse(process, args);
  const distribution = distributionOf(process);
  const version = /^BusyBox(?: v?1\.(\d+))?/.exec(distribution);
  const isOld = version !== null && Number(version[1] ?? 28) <= 28;
  if (isOld) return yield* oldBusybox(process, question);
  if (version !== null || distribution.startsWith('Alpine')) return yield* busybox(process, question);
  return yield* bind(process, question);
});

function parse(process: Process, args: readonly string[]): Question {
  let type: DnsType | undefined;
  const operands: string[] = [];
  for (const arg of args) {
    const asked = /^-(?:type|querytype|q|t)=(\w+)$/i.exec(arg)?.[1]?.toUpperCase();
    if (asked === undefined) operands.push(arg);
    else if (asked === 'A' || asked === 'SRV' || asked === 'PTR' || asked === 'CNAME') type = asked;
    else throw new UsageError(`records of type ${asked} cannot be asked for here; use A, SRV, PTR or CNAME`);
  }
  const [name, server] = operands;
  if (name === undefined)
    throw new UsageError('a name to look up is needed: it has no prompt of its own here');
  const own = process.host.network.resolvConf.nameserver;
  if (server !== undefined && process.host.network.resolve(server)[0] !== own) {
    throw new UsageError(`the only server that can be asked here is ${own}`);
  }
  return { name, type };
}

/** Prints every address with its own name, the server's too. */
function* oldBusybox(process: Process, { name }: Question): Steps<number> {
  const { resolvConf, query } = process.host.network;
  const isSilent = query(bare(name), 'A').code === 'timeout';
  if (isSilent) yield* pause(process, noServerMs);
  const addressLines = (addresses: readonly string[]) =>
    addresses
      .map((ip, i) => `Address ${i + 1}: ${[ip, nameOfAddress(process, ip)].filter(Boolean).join(' ')}\n`)
      .join('');
  process.stdout.write(`Server:    ${resolvConf.nameserver}\n${addressLines([resolvConf.nameserver])}\n`);
  const addresses = process.host.network.resolve(name);
  if (addresses.length === 0) {
    process.stderr.write(`nslookup: can't resolve '${name}'\n`);
    return 1;
  }
  process.stdout.write(`Name:      ${name}\n${addressLines(addresses)}`);
  return 0;
}

/** Tries the search list only for a name without a dot, and prints what came of every try. */
function* busybox(process: Process, question: Question): Steps<number> {
  const { resolvConf, query } = process.host.network;
  const { nameserver, search } = resolvConf;
  const isReverse = isAddress(question.name);
  const name = isReverse ? reverseName(question.name) : bare(question.name);
  const isSearched = !isReverse && !name.includes('.') && search.length > 0;
  const names = isSearched ? search.map((domain) => `${name}.${domain}`) : [name];
  const type = question.type ?? (isReverse ? 'PTR' : 'A');
  const answers = names.map((tried) => ({ tried, answer: query(tried, type) }));
  if (answers.some(({ answer }) => answer.code === 'timeout')) {
    yield* pause(process, noServerMs);
    process.stdout.write(';; connection timed out; no servers could be reached\n\n');
    return 1;
  }
  process.stdout.write(`Server:\t\t${nameserver}\nAddress:\t${nameserver}:53\n\n`);
  // Without a type it asks for IPv6 addresses too, and there are none.
  const rounds = question.type === undefined && !isReverse ? ['A', 'AAAA'] : [type];
  let code = 0;
  for (const round of rounds) {
    for (const { tried, answer } of answers) {
      if (answer.code !== 'NOERROR') {
        process.stdout.write(`** server can't find ${tried}: ${answer.code}\n`);
        code = 1;
      } else if (round !== 'AAAA') process.stdout.write(recordLines(answer));
      process.stdout.write('\n');
    }
  }
  return code;
}

/** Takes the first name of the search list that is known. */
function* bind(process: Process, question: Question): Steps<number> {
  const { resolvConf, query } = process.host.network;
  const isReverse = isAddress(question.name);
  const type = question.type ?? (isReverse ? 'PTR' : 'A');
  const names = isReverse ? [reverseName(question.name)] : triedNames(question.name, resolvConf);
  let answer: DnsAnswer | undefined;
  for (const tried of names) {
    answer = query(bare(tried), type);
    if (answer.code === 'NOERROR' || answer.code === 'timeout') break;
  }
  if (answer?.code === 'timeout') {
    yield* pause(process, noServerMs);
    process.stdout.write(';; connection timed out; no servers could be reached\n\n');
    return 1;
  }
  const { nameserver } = resolvConf;
  if (!isReverse) process.stdout.write(`Server:\t\t${nameserver}\nAddress:\t${nameserver}#53\n\n`);
  if (answer?.code !== 'NOERROR') {
    const shown = isReverse ? reverseName(question.name) : bare(question.name);
    process.stdout.write(`** server can't find ${shown}: ${answer?.code ?? 'NXDOMAIN'}\n\n`);
    return 1;
  }
  const isEmpty = answer.answers.length === 0;
  process.stdout.write(
    `${isEmpty ? `*** Can't find ${bare(question.name)}: No answer\n` : recordLines(answer)}\n`,
  );
  return isEmpty ? 1 : 0;
}

function recordLines(answer: DnsAnswer): string {
  const [first] = answer.answers;
  if (first?.type === 'A') {
    return addressesIn(answer)
      .map((ip) => `Name:\t${first.name}\nAddress: ${ip}\n`)
      .join('');
  }
  const words = { SRV: 'service', PTR: 'name', CNAME: 'canonical name', A: 'address' };
  return answer.answers.map(({ name, type, data }) => `${name}\t${words[type]} = ${data}\n`).join('');
}
