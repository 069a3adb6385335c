// sleep: waits in virtual time.
import { durationMs, program, UsageError } from './program.ts';

export const sleep = program(function* (process, args) {
  if (args.length === 0) throw new UsageError('missing operand');
  const durations = args.map((arg) => {
    const ms = durationMs(arg);
    if (ms === undefined) throw new UsageError(`invalid time interval '${arg}'`);
    return ms;
  });
  const untilMs = process.host.now() + durations.reduce((sum, ms) => sum + ms, 0);
  while (process.host.now() < untilMs) yield Number.isFinite(untilMs) ? { untilMs } : {};
  return 0;
});
