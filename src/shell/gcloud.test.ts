import { describe, expect, test } from 'vitest';
import { playTranscript } from './testing/transcript.ts';

const lastOf = (command: string) =>
  playTranscript(`$ ${command}`, { seed: 1 }).split('\n').slice(1, -1).join('\n');

describe('gcloud refuses', () => {
  test.each([
    ['gcloud', 'does not simulate gcloud ; use compute ssh NODE'],
    ['gcloud container clusters list', 'does not simulate gcloud container clusters list'],
    [
      'gcloud compute ssh nosuch',
      "The resource 'projects/petset/zones/europe-west1-b/instances/nosuch' was not found",
    ],
    ['gcloud compute instances reset nosuch --zone us-a', 'zones/us-a/instances/nosuch'],
    ['gcloud compute instances reset', 'Must be specified'],
    ['gcloud compute ssh node-1 -- sudo reboot', 'does not simulate sudo reboot on a node'],
    ['gcloud compute disks create', 'Must be specified'],
    ['gcloud compute disks create --size=big a', 'big is not a size'],
  ])('%s', (command, words) => {
    expect(lastOf(command)).toContain(words);
    expect(lastOf(command)).toMatch(/\[exit 1\]$/);
  });
});

test('gcloud takes the lines of its input for commands on the node', () => {
  const played = playTranscript(
    "$ printf 'sudo ifconfig eth0 down\\nexit\\n' | gcloud compute ssh node-2\n$ sleep 60\n$ kubectl get node node-2",
    { seed: 1 },
  );
  expect(played).toMatch(/node-2 +NotReady/);
});
