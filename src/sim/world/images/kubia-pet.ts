// luksa/kubia-pet: keeps the text that is posted to it in a file, and shows it to whoever asks.

import type { Image } from '../image.ts';
import { parentOf } from '../memory-file-system.ts';
import type { Process } from '../process.ts';
import { kubiaApp } from './kubia-app.ts';

const dataFile = '/var/data/kubia.txt';

export const kubiaPet: Image = kubiaApp({
  repository: 'docker.io/luksa/kubia-pet',
  exampleTag: 'latest',
  app: () => () => (process, request) => {
    if (request.method === 'POST') return storeData(process, request.body);
    const body = `You've hit ${process.host.hostname}\nData stored on this pod: ${storedData(process)}\n`;
    return { status: 200, body };
  },
});

export function storedData({ host: { files } }: Process): string {
  return files.stat(dataFile)?.type === 'file' ? files.read(dataFile) : 'No data posted yet';
}

export function storeData({ host }: Process, text: string) {
  host.files.mkdir(parentOf(dataFile), { parents: true });
  host.files.write(dataFile, text);
  return {
    status: 200,
    body: `Data stored on pod ${host.hostname}\n`,
    logged: 'New data has been received and stored.',
  };
}
