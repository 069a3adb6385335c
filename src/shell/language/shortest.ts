// Numbers as `%g` writes them: for printf, and for awk.

/** So many digits that count, without zeros at the end; very small and very large ones with an exponent. */
export function shortest(value: number, precision: number): string {
  if (value === 0) return '0';
  const digits = Math.max(1, Math.min(precision, 90));
  const [mantissa = '', exponent = '0'] = value.toExponential(digits - 1).split('e');
  const power = Number(exponent);
  const trimmed = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
  if (power >= -4 && power < digits) return trimmed(value.toFixed(digits - 1 - power));
  const sign = power < 0 ? '-' : '+';
  return `${trimmed(mantissa)}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
}
