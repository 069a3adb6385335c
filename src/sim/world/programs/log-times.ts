// How web servers write times: in their logs, and in the headers of HTTP.
import { civilTime, formatRfc1123 } from '../../machinery/time.ts';
import type { Process } from '../process.ts';

/** `20/Nov/2026:10:36:19 +0000` */
export function accessTime(atMs: number): string {
  const [, day, month, year, clock] = formatRfc1123(atMs).split(' ');
  return `${day}/${month}/${year}:${clock} +0000`;
}

/** `Fri, 20 Nov 2026 10:36:19 GMT` */
export function httpDate(atMs: number): string {
  return formatRfc1123(atMs).replace('+0000', 'GMT');
}

/** `2026/11/20 10:36:19` */
export function errorTime({ host }: Process): string {
  const { year, month, day, hour, minute, second } = civilTime(host.now());
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}/${two(month)}/${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}
