import { describe, expect, test } from 'vitest';
import type { FlagSpec } from './flags.ts';
import { FlagError, FlagRefusal, parseFlags, refuseMissing } from './flags.ts';

const specs: readonly FlagSpec[] = [
  { name: 'namespace', short: 'n', type: 'string', help: '' },
  { name: 'stdin', short: 'i', type: 'bool', help: '' },
  { name: 'tty', short: 't', type: 'bool', help: '' },
  { name: 'wait', type: 'bool', default: 'true', help: '' },
  { name: 'replicas', type: 'int', isRequired: true, help: '' },
  { name: 'filename', short: 'f', type: 'list', help: '' },
  { name: 'env', type: 'each', help: '' },
  { name: 'dry-run', type: 'string', default: 'none', bare: 'unchanged', help: '' },
  { name: 'timeout', type: 'duration', default: '30s', help: '' },
  { name: 'record', type: 'bool', deprecated: '--record will be removed in the future', help: '' },
  { name: 'raw', type: 'string', unsupported: 'use -f', help: '' },
  { name: 'server-side', type: 'bool', unsupported: 'leave it out', help: '' },
];

describe('the ways to give a value', () => {
  test.each([
    [['--namespace', 'a']],
    [['--namespace=a']],
    [['-n', 'a']],
    [['-na']],
    [['-n=a']],
    [['-n', 'b', '--namespace=a']],
  ])('%j', (words) => {
    expect(parseFlags(words, specs).flags.text('namespace')).toBe('a');
  });

  test('bools stand alone, bundled or with =', () => {
    const { flags } = parseFlags(['-it', '--wait=false'], specs);
    expect([flags.bool('stdin'), flags.bool('tty'), flags.bool('wait')]).toEqual([true, true, false]);
    expect(flags.bool('record')).toBe(false);
  });

  test('a bool does not take the next word', () => {
    expect(parseFlags(['--stdin', 'web-0'], specs).args).toEqual(['web-0']);
  });

  test('lists are taken apart at commas, repeated values kept', () => {
    const { flags } = parseFlags(['-f', 'a,b', '-f', 'c', '--env=X=1,2', '--env', 'Y=3'], specs);
    expect(flags.list('filename')).toEqual(['a', 'b', 'c']);
    expect(flags.list('env')).toEqual(['X=1,2', 'Y=3']);
  });

  test('a flag with a bare value takes none from the next word', () => {
    const { flags, args } = parseFlags(['--dry-run', 'client'], specs);
    expect([flags.text('dry-run'), args]).toEqual(['unchanged', ['client']]);
  });

  test('after -- everything is left alone', () => {
    const { args, rest } = parseFlags(['web-0', '-i', '--', 'sh', '-c', 'ls -l'], specs);
    expect([args, rest]).toEqual([['web-0'], ['sh', '-c', 'ls -l']]);
  });

  test('durations and numbers have defaults', () => {
    const { flags } = parseFlags(['--timeout=1m30s'], specs);
    expect(flags.durationMs('timeout')).toBe(90_000);
    expect(parseFlags([], specs).flags.durationMs('timeout')).toBe(30_000);
    expect(flags.int('replicas')).toBeUndefined();
  });

  test('a deprecated flag says so', () => {
    expect(parseFlags(['--record'], specs).deprecations).toEqual([
      'Flag --record has been deprecated, --record will be removed in the future',
    ]);
  });
});

describe('what is refused, in pflag’s words', () => {
  test.each([
    [['--foo'], 'unknown flag: --foo'],
    [['-l', 'app=web'], "unknown shorthand flag: 'l' in -l"],
    [['-ix'], "unknown shorthand flag: 'x' in -ix"],
    [['-n'], "flag needs an argument: 'n' in -n"],
    [['--namespace'], 'flag needs an argument: --namespace'],
    [
      ['--replicas=two'],
      'invalid argument "two" for "--replicas" flag: strconv.ParseInt: parsing "two": invalid syntax',
    ],
    [
      ['--wait=maybe'],
      'invalid argument "maybe" for "--wait" flag: strconv.ParseBool: parsing "maybe": invalid syntax',
    ],
    [['--timeout=5'], 'invalid argument "5" for "--timeout" flag: time: missing unit in duration "5"'],
    [['--__proto__'], 'unknown flag: --__proto__'],
  ])('%j', (words, message) => {
    expect(() => parseFlags(words, specs)).toThrow(new FlagError(message));
  });

  test('a bool that is not simulated may be said no to', () => {
    expect(parseFlags(['--server-side=false'], specs).flags.bool('server-side')).toBe(false);
    expect(() => parseFlags(['--server-side'], specs)).toThrow(FlagRefusal);
  });

  test('a flag that is not simulated names what to use', () => {
    expect(() => parseFlags(['--raw=/api'], specs)).toThrow(
      new FlagRefusal('petset does not simulate --raw; use -f'),
    );
  });

  test('a required flag that is missing', () => {
    expect(() => refuseMissing(parseFlags([], specs).flags, specs)).toThrow(
      'required flag(s) "replicas" not set',
    );
  });
});
