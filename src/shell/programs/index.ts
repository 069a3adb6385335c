// All small programs by name. Shells and kubectl are added where machines are made.
import type { Program } from '../../sim/index.ts';
import { pwd } from '../language/builtins/directory.ts';
import { kill } from '../language/builtins/kill.ts';
import { echo, fail, printf, succeed } from '../language/builtins/output.ts';
import { test } from '../language/builtins/test.ts';
import { awk } from './awk.ts';
import { base64 } from './base64.ts';
import { busybox } from './busybox.ts';
import { cat } from './cat.ts';
import { curl } from './curl.ts';
import { cut } from './cut.ts';
import { date } from './date.ts';
import { dd } from './dd.ts';
import { dig } from './dig.ts';
import { chmod, cp, mkdir, mv, rm, rmdir, touch } from './files.ts';
import { find } from './find.ts';
import { fromBuiltin } from './from-builtin.ts';
import { grep } from './grep.ts';
import { head, tail } from './head-tail.ts';
import { jq } from './jq.ts';
import { ls } from './ls.ts';
import { nc } from './nc.ts';
import { nslookup } from './nslookup.ts';
import { ps } from './ps.ts';
import { env, nohup, printenv, timeout, watch, xargs } from './run-others.ts';
import { sed } from './sed.ts';
import { seq } from './seq.ts';
import { sleep } from './sleep.ts';
import { sort } from './sort.ts';
import { basename, dirname, hostname, uname } from './system.ts';
import { tee } from './tee.ts';
import { tr } from './tr.ts';
import { uniq } from './uniq.ts';
import { id, whoami } from './users.ts';
import { wc } from './wc.ts';
import { wget } from './wget.ts';
import { which } from './which.ts';
import { yes } from './yes.ts';

export const programs: ReadonlyMap<string, Program> = new Map<string, Program>([
  ['true', fromBuiltin(succeed)],
  ['false', fromBuiltin(fail)],
  ['echo', fromBuiltin(echo)],
  ['printf', fromBuiltin(printf)],
  ['pwd', fromBuiltin(pwd)],
  ['test', fromBuiltin(test)],
  ['[', fromBuiltin(test)],
  ['kill', fromBuiltin(kill)],
  ['awk', awk],
  ['base64', base64],
  ['basename', basename],
  ['busybox', busybox],
  ['cat', cat],
  ['chmod', chmod],
  ['cp', cp],
  ['curl', curl],
  ['cut', cut],
  ['date', date],
  ['dd', dd],
  ['dig', dig],
  ['dirname', dirname],
  ['env', env],
  ['find', find],
  ['grep', grep],
  ['egrep', grep],
  ['fgrep', grep],
  ['head', head],
  ['hostname', hostname],
  ['id', id],
  // Departs: they show everything at once: the terminal scrolls.
  ['less', cat],
  ['more', cat],
  ['jq', jq],
  ['ls', ls],
  ['mkdir', mkdir],
  ['mv', mv],
  ['nc', nc],
  ['netcat', nc],
  ['nohup', nohup],
  ['nslookup', nslookup],
  ['printenv', printenv],
  ['ps', ps],
  ['rm', rm],
  ['rmdir', rmdir],
  ['sed', sed],
  ['seq', seq],
  ['sleep', sleep],
  ['sort', sort],
  ['tail', tail],
  ['tee', tee],
  ['timeout', timeout],
  ['touch', touch],
  ['tr', tr],
  ['uname', uname],
  ['uniq', uniq],
  ['watch', watch],
  ['wc', wc],
  ['wget', wget],
  ['which', which],
  ['whoami', whoami],
  ['xargs', xargs],
  ['yes', yes],
]);
