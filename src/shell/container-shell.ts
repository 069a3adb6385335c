// The shell as containers have it: BusyBox's, Debian's sh or bash, by the name it is called and the distribution around it.
//
// Departs: Debian's sh knows all that BusyBox's does, and has its words beyond those that tell where a command failed.
import type { Process, Program } from '../sim/index.ts';
import type { Shell } from './language/shell-state.ts';
import { distributionOf } from './programs/dns-tools.ts';
import { nameOf } from './programs/program.ts';
import { userName, userOf } from './programs/users.ts';
import type { ShellOptions } from './shell.ts';
import { createShellProgram } from './shell.ts';

export const shell: Program = (process) => createShellProgram(flavourOf(process))(process);

function flavourOf(process: Process): ShellOptions {
  const distribution = distributionOf(process);
  const isBusybox = distribution === '' || /^(?:BusyBox|Alpine)/.test(distribution);
  const isBash = nameOf(process) === 'bash' || distribution.startsWith('Fedora');
  const name = process.argv[0] ?? 'sh';
  const end = userOf(process).uid === 0 ? '#' : '$';
  if (isBash) {
    const prompt = isBusybox ? () => `bash-5.2${end} ` : (state: Shell) => bashPrompt(state, end);
    return { dialect: 'bash', name, prompt, ...(process.isInteractive ? {} : { lineStyle: 'bash' }) };
  }
  if (isBusybox) return { dialect: 'ash', name, prompt: ({ cwd }) => `${cwd} ${end} ` };
  return { dialect: 'ash', name, prompt: () => `${end} `, lineStyle: 'dash' };
}

/** `root@web-0:/# ` */
function bashPrompt({ process, cwd }: Shell, end: string): string {
  const home = process.env.get('HOME');
  const place = home !== undefined && home !== '/' && cwd === home ? '~' : cwd;
  return `${userName(process, userOf(process).uid)}@${process.host.hostname}:${place}${end} `;
}
