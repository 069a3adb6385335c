// A line of log as programs in Go write it that use glog or klog.
import { civilTime } from '../../machinery/time.ts';
import type { Process } from '../process.ts';

/** `I1120 10:35:41.000000       1 main.go:26] text` */
export function goLog(process: Process, place: string, text: string): void {
  const { month, day, hour, minute, second } = civilTime(process.host.now());
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(month)}${two(day)} ${two(hour)}:${two(minute)}:${two(second)}.000000`;
  process.stderr.write(`I${time} ${String(process.pid).padStart(7)} ${place}] ${text}\n`);
}
