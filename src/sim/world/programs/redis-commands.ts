// The commands of a key store, as far as a walk-through needs them.
import { compareText } from '../../machinery/go-text.ts';
import type { RedisStore } from './redis-store.ts';

/** Answers as the protocol knows them. */
export type RedisReply =
  | { readonly is: 'status' | 'text' | 'error'; readonly text: string }
  | { readonly is: 'integer'; readonly value: number }
  | { readonly is: 'nil' }
  | { readonly is: 'list'; readonly items: readonly RedisReply[] };

type Command = (store: RedisStore, args: readonly string[]) => RedisReply;

const ok: RedisReply = { is: 'status', text: 'OK' };
const nil: RedisReply = { is: 'nil' };
const text = (value: string): RedisReply => ({ is: 'text', text: value });
const integer = (value: number): RedisReply => ({ is: 'integer', value });
const list = (values: readonly string[]): RedisReply => ({ is: 'list', items: values.map(text) });
const error = (words: string): RedisReply => ({ is: 'error', text: words });
const wrongType = error('WRONGTYPE Operation against a key holding the wrong kind of value');
const notInteger = error('ERR value is not an integer or out of range');

/** Carries out a command; undefined: there is none of that name. */
export function runCommand(store: RedisStore, argv: readonly string[]): RedisReply | undefined {
  const name = (argv[0] ?? '').toUpperCase();
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (found === undefined) return undefined;
  const { least, most = least, isWrite = false, run } = found;
  const args = argv.slice(1);
  if (args.length < least || args.length > most)
    return error(`ERR wrong number of arguments for '${name.toLowerCase()}' command`);
  const reply = run(store, args);
  if (isWrite && reply.is !== 'error') store.changes += 1;
  return reply;
}

interface Definition {
  readonly least: number;
  readonly most?: number;
  readonly isWrite?: boolean;
  readonly run: Command;
}

const many = Number.POSITIVE_INFINITY;

const commands: Readonly<Record<string, Definition>> = {
  APPEND: { least: 2, isWrite: true, run: append },
  DBSIZE: { least: 0, run: ({ values }) => integer(values.size) },
  DECR: { least: 1, isWrite: true, run: (store, [key = '']) => addTo(store, key, -1) },
  DECRBY: { least: 2, isWrite: true, run: (store, [key = '', by = '']) => addTo(store, key, -Number(by)) },
  DEL: { least: 1, most: many, isWrite: true, run: remove },
  ECHO: { least: 1, run: (_, [message = '']) => text(message) },
  EXISTS: {
    least: 1,
    most: many,
    run: ({ values }, keys) => integer(keys.filter((key) => values.has(key)).length),
  },
  FLUSHALL: { least: 0, most: 1, isWrite: true, run: clear },
  FLUSHDB: { least: 0, most: 1, isWrite: true, run: clear },
  GET: { least: 1, run: get },
  HGET: { least: 2, run: hget },
  HGETALL: { least: 1, run: (store, [key = '']) => hashReply(store, key, (hash) => list([...hash].flat())) },
  HSET: { least: 3, most: many, isWrite: true, run: hset },
  INCR: { least: 1, isWrite: true, run: (store, [key = '']) => addTo(store, key, 1) },
  INCRBY: { least: 2, isWrite: true, run: (store, [key = '', by = '']) => addTo(store, key, Number(by)) },
  KEYS: { least: 1, run: keys },
  LLEN: { least: 1, run: (store, [key = '']) => listReply(store, key, (items) => integer(items.length)) },
  LPOP: { least: 1, isWrite: true, run: (store, [key = '']) => pop(store, key, (items) => items.shift()) },
  LPUSH: { least: 2, most: many, isWrite: true, run: (store, args) => push(store, args, 'unshift') },
  LRANGE: { least: 3, run: lrange },
  MGET: {
    least: 1,
    most: many,
    run: (store, names) => ({ is: 'list', items: names.map((key) => get(store, [key])) }),
  },
  MSET: { least: 2, most: many, isWrite: true, run: mset },
  PING: {
    least: 0,
    most: 1,
    run: (_, [message]) => (message === undefined ? { is: 'status', text: 'PONG' } : text(message)),
  },
  RPOP: { least: 1, isWrite: true, run: (store, [key = '']) => pop(store, key, (items) => items.pop()) },
  RPUSH: { least: 2, most: many, isWrite: true, run: (store, args) => push(store, args, 'push') },
  SET: { least: 2, most: 2, isWrite: true, run: set },
  SETNX: {
    least: 2,
    isWrite: true,
    run: (store, args) => {
      if (store.values.has(args[0] ?? '')) return integer(0);
      set(store, args);
      return integer(1);
    },
  },
  STRLEN: {
    least: 1,
    run: (store, [key = '']) => {
      const value = store.values.get(key) ?? '';
      return typeof value === 'string' ? integer(value.length) : wrongType;
    },
  },
  TYPE: { least: 1, run: typeOf },
};

function get({ values }: RedisStore, [key = '']: readonly string[]): RedisReply {
  const value = values.get(key);
  if (value === undefined) return nil;
  return typeof value === 'string' ? text(value) : wrongType;
}

function set({ values }: RedisStore, [key = '', value = '']: readonly string[]): RedisReply {
  values.set(key, value);
  return ok;
}

function mset(store: RedisStore, args: readonly string[]): RedisReply {
  if (args.length % 2 === 1) return error("ERR wrong number of arguments for 'mset' command");
  for (let i = 0; i < args.length; i += 2) set(store, args.slice(i, i + 2));
  return ok;
}

function append(store: RedisStore, [key = '', more = '']: readonly string[]): RedisReply {
  const before = store.values.get(key) ?? '';
  if (typeof before !== 'string') return wrongType;
  store.values.set(key, before + more);
  return integer(before.length + more.length);
}

function addTo({ values }: RedisStore, key: string, by: number): RedisReply {
  const before = values.get(key) ?? '0';
  if (typeof before !== 'string') return wrongType;
  const sum = Number(before) + by;
  if (!/^-?\d{1,15}$/.test(before) || !Number.isSafeInteger(sum)) return notInteger;
  values.set(key, String(sum));
  return integer(sum);
}

function remove({ values }: RedisStore, names: readonly string[]): RedisReply {
  return integer(names.filter((key) => values.delete(key)).length);
}

function clear(store: RedisStore): RedisReply {
  store.values.clear();
  return ok;
}

function keys({ values }: RedisStore, [pattern = '']: readonly string[]): RedisReply {
  return list([...values.keys()].filter((key) => fits(key, pattern)).sort(compareText));
}

/** True where a name fits a pattern with `*` and `?`. */
function fits(name: string, pattern: string): boolean {
  let [at, from] = [0, 0];
  let star: { readonly from: number; at: number } | undefined;
  while (at < name.length) {
    if (pattern[from] === '*') star = { from: ++from, at };
    else if (pattern[from] === '?' || pattern[from] === name[at]) {
      from += 1;
      at += 1;
    } else if (star !== undefined) {
      star.at += 1;
      [at, from] = [star.at, star.from];
    } else return false;
  }
  return /^\**$/.test(pattern.slice(from));
}

function typeOf({ values }: RedisStore, [key = '']: readonly string[]): RedisReply {
  const value = values.get(key);
  const name = typeof value === 'string' ? 'string' : value instanceof Map ? 'hash' : 'list';
  return { is: 'status', text: value === undefined ? 'none' : name };
}

function listReply(store: RedisStore, key: string, reply: (items: string[]) => RedisReply): RedisReply {
  const items = store.list(key);
  return items === undefined ? wrongType : reply(items);
}

function hashReply(
  store: RedisStore,
  key: string,
  reply: (hash: Map<string, string>) => RedisReply,
): RedisReply {
  const hash = store.hash(key);
  return hash === undefined ? wrongType : reply(hash);
}

/** A new list stands in the store from its first item on. */
function push(
  store: RedisStore,
  [key = '', ...more]: readonly string[],
  how: 'push' | 'unshift',
): RedisReply {
  return listReply(store, key, (items) => {
    for (const item of more) items[how](item);
    store.values.set(key, items);
    return integer(items.length);
  });
}

function pop(store: RedisStore, key: string, take: (items: string[]) => string | undefined): RedisReply {
  return listReply(store, key, (items) => {
    const item = take(items);
    if (items.length === 0) store.values.delete(key);
    return item === undefined ? nil : text(item);
  });
}

function lrange(store: RedisStore, [key = '', from = '', to = '']: readonly string[]): RedisReply {
  const [start, end] = [Number(from), Number(to)];
  if (!Number.isInteger(start) || !Number.isInteger(end)) return notInteger;
  return listReply(store, key, (items) => list(items.slice(start, end === -1 ? undefined : end + 1)));
}

function hget(store: RedisStore, [key = '', field = '']: readonly string[]): RedisReply {
  return hashReply(store, key, (hash) => {
    const value = hash.get(field);
    return value === undefined ? nil : text(value);
  });
}

function hset(store: RedisStore, [key = '', ...pairs]: readonly string[]): RedisReply {
  if (pairs.length % 2 === 1) return error("ERR wrong number of arguments for 'hset' command");
  return hashReply(store, key, (hash) => {
    const before = hash.size;
    for (let i = 0; i < pairs.length; i += 2) hash.set(pairs[i] ?? '', pairs[i + 1] ?? '');
    store.values.set(key, hash);
    return integer(hash.size - before);
  });
}
