// What becomes of a program that handles no signals itself when it is asked to end, by the language it is written in: options of `serve`.
import type { Signal } from '../process.ts';

interface SignalHabits {
  readonly signals: readonly Signal[];
  readonly abruptCode?: number;
}

/** Node.js and Python leave signals as they are, so that as PID 1 their programs run on until they are killed. */
export const deafToSignals: SignalHabits = { signals: [] };

/** Go ends its programs; as PID 1, which no signal can end, with the code 2. */
export const goSignals: SignalHabits = { signals: ['SIGTERM', 'SIGINT', 'SIGHUP'], abruptCode: 2 };

/** Java's virtual machine ends in good order, with the code of the signal. */
export const javaSignals: SignalHabits = { signals: ['SIGTERM', 'SIGINT', 'SIGHUP'], abruptCode: 143 };
