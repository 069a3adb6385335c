// Bytes as text: UTF-8, or UTF-16 where a mark at the beginning says so. Nothing is guessed and nothing is replaced.

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly badByte: number };

/** Reads a text; where it is none, says at which byte (from 0). A byte order mark is no part of the text. */
export function textOf(bytes: Uint8Array): Decoded {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined;
  const encoding = mark ?? (bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8');
  const text = decoded(bytes, encoding);
  if (text !== undefined) return { ok: true, text };
  return { ok: false, badByte: encoding === 'utf-8' ? firstBad(bytes) : bytes.length - 1 };
}

/** A spreadsheet's text: what is not UTF-8 is read as Excel on a Korean Windows writes it. */
export function tableTextOf(bytes: Uint8Array): string | undefined {
  const read = textOf(bytes);
  return read.ok ? read.text : decoded(bytes, 'euc-kr');
}

/** The name of a zip's entry: UTF-8 where it is valid, else as Korean Windows writes it; undefined where neither fits. */
export function nameTextOf(bytes: Uint8Array): string | undefined {
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'euc-kr');
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The length of the longest beginning that is whole. */
function firstBad(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isWhole(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

/** Whether nothing in it is wrong; the last character may be cut. */
function isWhole(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
