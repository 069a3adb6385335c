// redis-cli: sends the commands of its arguments, or of its input line by line, and prints the answers.
import type { Process, Program, Wait } from '../process.ts';
import { untilReadable } from '../process.ts';
import type { RedisReply } from './redis-commands.ts';
import { redisType } from './redis-server.ts';

interface Site {
  readonly host: string;
  readonly port: number;
  readonly password: string;
}

/** `redis-cli [-h HOST] [-p PORT] [-a PASSWORD] [COMMAND …]`. */
export const redisCli: Program = function* (process) {
  const args = process.argv.slice(1);
  const site = { host: '127.0.0.1', port: 6379, password: process.env.get('REDISCLI_AUTH') ?? '' };
  while (args[0]?.startsWith('-')) {
    const option = args.shift();
    if (option === '-h') site.host = args.shift() ?? '';
    else if (option === '-p') site.port = Number(args.shift());
    else if (option === '-a') site.password = args.shift() ?? '';
    else if (option === '-n') args.shift();
    else if (option !== '--raw' && option !== '--no-auth-warning') {
      process.stderr.write(`Unrecognized option or bad number of args for: '${option}'\n`);
      return 1;
    }
  }
  return args.length > 0 ? send(process, site, args) : yield* converse(process, site);
};

function* converse(process: Process, site: Site): Generator<Wait, number, void> {
  const { stdin, stdout, isInteractive } = process;
  let text = '';
  const prompt = () => isInteractive && stdout.write(`${site.host}:${site.port}> `);
  prompt();
  for (;;) {
    const piece = stdin.read();
    if (piece === 'wait') {
      yield untilReadable(stdin);
      continue;
    }
    const lines = (text + (piece ?? '')).split('\n');
    text = piece === undefined ? '' : (lines.pop() ?? '');
    for (const line of lines) {
      const words = wordsOf(line);
      if (/^(quit|exit)$/i.test(words[0] ?? '')) return 0;
      if (words.length > 0) send(process, site, words);
      prompt();
    }
    if (piece === undefined) return 0;
  }
}

/** Words, of which quotes keep several together. */
function wordsOf(line: string): string[] {
  const found = line.match(/"(?:[^"\\]|\\.)*"|'[^']*'|\S+/g) ?? [];
  return found.map((word) => word.replace(/^(["'])([\s\S]*)\1$/, '$2').replace(/\\(["\\])/g, '$1'));
}

function send(process: Process, { host, port, password }: Site, argv: readonly string[]): number {
  const { network } = process.host;
  const ip = host === 'localhost' ? '127.0.0.1' : network.resolve(host)[0];
  if (ip === undefined) {
    process.stderr.write(`Could not connect to Redis at ${host}:${port}: Name or service not known\n`);
    return 1;
  }
  const headers = new Map([['Content-Type', redisType]]);
  if (password !== '') headers.set('Authorization', password);
  const request = { method: 'POST', target: '/', headers, body: JSON.stringify(argv) };
  const outcome = network.request(ip, port, request);
  if (outcome.outcome !== 'response') {
    const reason = outcome.outcome === 'refused' ? 'Connection refused' : 'Connection timed out';
    process.stderr.write(`Could not connect to Redis at ${host}:${port}: ${reason}\n`);
    return 1;
  }
  if (outcome.response.headers.get('Content-Type') !== redisType) {
    process.stderr.write('Error: Protocol error, got "H" as reply type byte\n');
    return 1;
  }
  const reply = JSON.parse(outcome.response.body) as RedisReply;
  process.stdout.write(`${replyText(reply, process.isInteractive)}\n`);
  return 0;
}

/** To a person a text comes in quotes; to another program as it is. */
function replyText(reply: RedisReply, isForPerson: boolean): string {
  switch (reply.is) {
    case 'status':
      return reply.text;
    case 'text':
      return isForPerson ? JSON.stringify(reply.text) : reply.text;
    case 'error':
      return isForPerson ? `(error) ${reply.text}` : `${reply.text}\n`;
    case 'integer':
      return isForPerson ? `(integer) ${reply.value}` : String(reply.value);
    case 'nil':
      return isForPerson ? '(nil)' : '';
    case 'list': {
      const items = reply.items.map((item) => replyText(item, isForPerson));
      if (!isForPerson) return items.join('\n');
      return items.length === 0 ? '(empty array)' : items.map((item, i) => `${i + 1}) ${item}`).join('\n');
    }
  }
}
