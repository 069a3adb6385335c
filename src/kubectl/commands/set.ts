// kubectl set and what stands under it.
import { commandGroup } from './command-group.ts';
import { setEnv } from './set-env.ts';
import { setImage } from './set-image.ts';
import { setResources } from './set-resources.ts';
import { setSelector } from './set-selector.ts';
import { setServiceAccount } from './set-service-account.ts';

export const setCommands = commandGroup({
  words: ['set'],
  summary: 'Set specific features on objects',
  usage: 'kubectl set SUBCOMMAND [options]',
  members: [setEnv, setImage, setResources, setSelector, setServiceAccount],
});
