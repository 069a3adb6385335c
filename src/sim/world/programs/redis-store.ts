// What a key store holds, and how it is written down.

export type RedisValue = string | string[] | Map<string, string>;

export class RedisStore {
  values = new Map<string, RedisValue>();
  /** Writes since the last time that the data were saved. */
  changes = 0;

  /** Everything, as one text. */
  dump(): string {
    const entries = [...this.values].map(([key, value]) => [key, value instanceof Map ? [...value] : value]);
    return JSON.stringify(entries);
  }

  /** Takes back what `dump` gave; false: it is no such text. */
  load(dumped: string): boolean {
    try {
      const entries: unknown = JSON.parse(dumped);
      if (!Array.isArray(entries)) return false;
      this.values = new Map(entries.map(([key, value]) => [String(key), valueFrom(value)]));
      return true;
    } catch {
      return false;
    }
  }

  /** The list of that name, an empty one where there is none; undefined: it is no list. */
  list(key: string): string[] | undefined {
    const value = this.values.get(key);
    return value === undefined ? [] : Array.isArray(value) ? value : undefined;
  }

  hash(key: string): Map<string, string> | undefined {
    const value = this.values.get(key);
    return value === undefined ? new Map() : value instanceof Map ? value : undefined;
  }
}

function valueFrom(written: unknown): RedisValue {
  if (!Array.isArray(written)) return String(written);
  if (!Array.isArray(written[0])) return written.map(String);
  return new Map(written.map(([field, value]) => [String(field), String(value)]));
}
