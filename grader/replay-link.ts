// A submission's log as a link into a page: the one place that knows the form of such links.
//
//   <page>#replay=1.<base64url of deflated JSON {exercise, seed?, entries, untilMs?}>
//
// The part behind # is never sent to a server.
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import type { LogEntry } from '../src/shell/log.ts';
import { canonicalJson } from './canonical-json.ts';

export interface ReplayLink {
  readonly exercise: string;
  readonly seed?: string;
  readonly entries: readonly LogEntry[];
  /** How far time had passed, in ms since the start; to the last entry if absent. */
  readonly untilMs?: number;
}

const version = '1';
const bytesMax = 4_000_000;
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The link to a page, whatever stood behind its #. */
export function replayLink(page: string, link: ReplayLink): string {
  const [address = ''] = page.split('#');
  return `${address}#replay=${version}.${toBase64Url(deflateSync(strToU8(canonicalJson(link)), { level: 9 }))}`;
}

/** Reads the part of an address from # on; undefined where it is no such link. What it holds is not yet believed. */
export function readReplayLink(hash: string): unknown {
  const [, payload] = /^#?replay=1\.([\w-]+)$/.exec(hash) ?? [];
  if (payload === undefined || payload.length > bytesMax) return undefined;
  try {
    return JSON.parse(strFromU8(inflated(fromBase64Url(payload)))) as unknown;
  } catch {
    return undefined;
  }
}

/** Inflates no more than may be. Throws RangeError beyond. */
function inflated(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  const inflate = new Inflate((part) => {
    total += part.length;
    if (total > bytesMax) throw new RangeError('the link holds too much');
    parts.push(part);
  });
  // A little at a time: the bound is looked at in between.
  for (let at = 0; at < bytes.length; at += 1024) {
    inflate.push(bytes.subarray(at, at + 1024), at + 1024 >= bytes.length);
  }
  const whole = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | (b << 8) | c;
    const four = [18, 12, 6, 0].map((shift) => digits[(bits >> shift) & 63]).join('');
    text += four.slice(0, Math.min(3, bytes.length - at) + 1);
  }
  return text;
}

function fromBase64Url(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  for (let at = 0, to = 0; at < text.length; at += 4, to += 3) {
    const four = [0, 1, 2, 3].map((offset) => Math.max(0, digits.indexOf(text[at + offset] ?? 'A')));
    const bits = four.reduce((sum, digit) => (sum << 6) | digit, 0);
    bytes.set([(bits >> 16) & 255, (bits >> 8) & 255, bits & 255].slice(0, bytes.length - to), to);
  }
  return bytes;
}
