// Stands in for the thread that grades: it does what its job's text says.
import { parentPort } from 'node:worker_threads';

const hoard: unknown[] = [];
const keep = (id: number) => hoard.push({ id, more: [id] });
const count = (id: number) => Math.sqrt(id);

parentPort?.on('message', ({ id, text }: { id: number; text: string }) => {
  if (text === 'memory') for (;;) keep(id);
  if (text === 'time') for (;;) count(id);
  if (text === 'end') process.exit(7);
  if (text === 'throw') throw new Error('oh');
  parentPort?.postMessage({ id, json: '{}', isKept: true });
});
parentPort?.postMessage({ ready: true });
