// kubectl config and what stands under it.
import { commandGroup } from '../command-group.ts';
import { deleteContext, renameContext, setContext, useContext } from './contexts.ts';
import { deleteCluster, deleteUser, setCluster, setCredentials } from './entries.ts';
import { currentContext, getClusters, getContexts, getUsers } from './listing.ts';
import { set, unset } from './property.ts';
import { view } from './view.ts';

export const configCommands = commandGroup({
  words: ['config'],
  summary: 'Modify kubeconfig files',
  usage: 'kubectl config SUBCOMMAND [options]',
  members: [
    currentContext,
    deleteCluster,
    deleteContext,
    deleteUser,
    getClusters,
    getContexts,
    getUsers,
    renameContext,
    set,
    setCluster,
    setContext,
    setCredentials,
    unset,
    useContext,
    view,
  ],
});
