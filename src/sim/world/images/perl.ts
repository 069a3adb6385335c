// perl: works out the digits of pi, as the documentation of Jobs has it do.
// Departs: of the language it knows `print bpi(N)` only, and always takes five seconds for it.
import type { Image } from '../image.ts';
import type { Program } from '../process.ts';
import { mebibyte } from '../program-usage.ts';
import { debianPrograms, distributionFiles } from './distribution.ts';

const tookMs = 5000;
const digitsMax = 10_000;

const perl: Program = function* ({ argv, pid, host, stdout, stderr }) {
  const [, digits] = /\bprint bpi\((\d{1,6})\)/.exec(argv.join(' ')) ?? [];
  if (digits === undefined) {
    stderr.write("perl: petset's perl understands `print bpi(N)` only; use sh for other scripts\n");
    return 2;
  }
  host.take?.(pid, { memoryBytes: 5 * mebibyte });
  const endMs = host.now() + tookMs;
  while (host.now() < endMs) yield { untilMs: endMs, isBusy: true };
  stdout.write(`${digitsOfPi(Math.min(Number(digits), digitsMax))}\n`);
  return 0;
};

/** Pi to so many significant digits, cut off. */
export function digitsOfPi(count: number): string {
  const guard = 10;
  const one = 10n ** BigInt(count + guard);
  // Machin: pi/4 = 4 arctan(1/5) - arctan(1/239).
  const pi = 4n * (4n * arctanOfInverse(5n, one) - arctanOfInverse(239n, one));
  const digits = (pi / 10n ** BigInt(guard)).toString().slice(0, Math.max(1, count));
  return digits.length === 1 ? digits : `${digits[0]}.${digits.slice(1)}`;
}

function arctanOfInverse(x: bigint, one: bigint): bigint {
  let power = one / x;
  let sum = power;
  for (let n = 3n, sign = -1n; power !== 0n; n += 2n, sign = -sign) {
    power /= x * x;
    sum += (sign * power) / n;
  }
  return sum;
}

export const perlImage: Image = {
  repositories: ['docker.io/library/perl'],
  exampleTag: '5.34.0',
  newest: '5.42',
  contents(_, tools) {
    const programs = debianPrograms(tools);
    programs.set('perl', perl);
    return {
      command: ['perl', '-de0'],
      programs,
      files: distributionFiles('Debian GNU/Linux 11 (bullseye)'),
    };
  },
};
