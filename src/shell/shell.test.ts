// What bash and this shell do alike is compared in language/bash.test.ts; here is the rest: messages, time, bounds, signals.
import { describe, expect, test } from 'vitest';
import { createBench, runScript } from './testing/run-script.ts';

describe('messages at the prompt', () => {
  const cases: [script: string, code: number, stderr: string][] = [
    ['quux17', 127, 'bash: quux17: command not found\n'],
    ['gerp x', 127, 'bash: gerp: command not found\nDid you mean grep?\n'],
    ['./nosuch', 127, 'bash: ./nosuch: No such file or directory\n'],
    ['echo x > f; ./f', 126, 'bash: ./f: Permission denied\n'],
    ['mkdir d; ./d', 126, 'bash: ./d: Is a directory\n'],
    ['cat < nosuch', 1, 'bash: nosuch: No such file or directory\n'],
    ['echo x > no/f', 1, 'bash: no/f: No such file or directory\n'],
    ['cd nosuch', 1, 'bash: cd: nosuch: No such file or directory\n'],
    ['[ 1 -eq x ]', 2, 'bash: [: x: integer expression expected\n'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's, not ours
    ['echo ${x?gone}', 127, 'bash: x: gone\n'],
    ['echo a; echo )', 2, "bash: line 1:14: syntax error: unexpected token ')'\n"],
    ['alias a/b=c', 1, "bash: alias: `a/b': invalid alias name\n"],
    ['alias nosuch', 1, 'bash: alias: nosuch: not found\n'],
    ['unalias nosuch', 1, 'bash: unalias: nosuch: not found\n'],
    ['echo x > >(cat)', 1, 'bash: >(cat): only <(…) is supported; pipe into the command instead\n'],
    ['which quux17', 1, ''],
    ['history x', 1, 'bash: history: x: numeric argument required\n'],
    ['cat nosuch', 1, 'cat: nosuch: No such file or directory\n'],
    ['ls nosuch', 2, "ls: cannot access 'nosuch': No such file or directory\n"],
    ['grep -Z x', 2, "grep: invalid option -- 'Z'\n"],
    ['head --nope', 1, "head: unrecognized option '--nope'\n"],
    ["grep '\\(' f", 2, 'grep: Unmatched ( or \\(\n'],
    ["sed 's/a/b'", 1, "sed: -e expression #1, char 5: unterminated `s' command\n"],
    ['sed 0p', 1, 'sed: -e expression #1, char 2: invalid usage of line address 0\n'],
    ["sed '0,3p'", 1, 'sed: -e expression #1, char 4: invalid usage of line address 0\n'],
    ['sleep x', 1, "sleep: invalid time interval 'x'\n"],
    ['find . -nmae x', 1, "find: unknown predicate '-nmae'\n"],
    ['find nosuch', 1, "find: 'nosuch': No such file or directory\n"],
    ['mkdir -p d/e; find d -name d -delete', 1, "find: cannot delete 'd': Directory not empty\n"],
    ['set -x; a=1; echo $a "b c"', 0, "+ a=1\n+ echo 1 'b c'\n"],
    ['kill 12345', 1, 'bash: kill: (12345) - No such process\n'],
    ['sh -c quux17', 127, 'bash: quux17: command not found\n'],
  ];
  test.each(cases)('%s', (script, code, stderr) => {
    const result = runScript(script);
    expect([result.code, result.stderr]).toEqual([code, stderr]);
  });
});

describe('time', () => {
  test('sleep takes its time, fractions and units too', () => {
    expect(runScript('sleep 1.5; sleep 2m').tookMs).toBe(121_500);
  });

  test('time prints how long it took', () => {
    const { stderr } = runScript('time sleep 2.5');
    expect(stderr).toBe('\nreal\t0m2.500s\nuser\t0m0.000s\nsys\t0m0.000s\n');
  });

  test('a pipeline streams', () => {
    const { stdout, tookMs } = runScript(
      '(echo a; sleep 1; echo b; sleep 60) | grep b | head -1; date +%s',
      {},
    );
    expect(stdout.startsWith('b\n')).toBe(true);
    expect(tookMs).toBe(61_000);
  });

  test('timeout ends what runs too long', () => {
    const { code, tookMs } = runScript('timeout 3 sleep 100');
    expect([code, tookMs]).toEqual([124, 3000]);
  });

  test('watch runs until it is interrupted', () => {
    const { code, stdout } = runScript('timeout 5 watch -t -n 2 date +%s');
    expect(code).toBe(124);
    expect(stdout.trim().split(/\s+/)).toHaveLength(3);
  });
});

describe('bounds', () => {
  const cases: [string, RegExp][] = [
    ['while true; do :; done', /200000 commands ran without any time passing/],
    ['while true; do true | true; done', /steps without waiting|commands ran/],
    ['f() { f; }; f', /functions nested more than 200 deep/],
    ['f() { f | f; }; f', /too many processes|nested/],
    ['x=a; while true; do x=$x$x; done', /longer than/],
    ['eval "$(printf \'%s\' \'eval "$x"\')"; x=\'eval "$x"\'; eval "$x"', /nested more than/],
    ['while true; do echo 0123456789012345678901234567890123456789; done', /commands ran|^$/],
  ];
  test.each(cases)('%s', (script, message) => {
    const { code, stderr } = runScript(script);
    expect(code).not.toBe(0);
    expect(code).toBeDefined();
    expect(stderr).toMatch(message);
  });

  test('a pattern made to take for ever does not', () => {
    const { code } = runScript(`printf '%s' ${'a'.repeat(2000)}! | grep -E '(a+)+$|(a|a)*b'`);
    expect(code).toBe(1);
  });

  test('names from outside are only names', () => {
    expect(runScript('__proto__=1; constructor=2; echo $__proto__ $constructor; toString').stdout).toBe(
      '1 2\n',
    );
  });
});

describe('the session', () => {
  test('keeps variables, functions, directory and jobs from line to line', () => {
    const bench = createBench();
    bench.run('x=1; f() { echo "f $x"; }; mkdir d; cd d; sleep 10 & set -o pipefail');
    expect(bench.run('f; pwd; jobs; false | true; echo $?').stdout).toBe(
      'f 1\n/work/d\n[1]+  Running                 sleep 10 &\n1\n',
    );
    expect(bench.run('wait; echo $?').tookMs).toBe(10_000);
  });

  test('Ctrl-C ends the foreground only', () => {
    const bench = createBench();
    const none = { write: () => true, close() {} };
    const child = bench.machine.start('sleep 100 & sleep 50', { stdout: none, stderr: none });
    bench.machine.run();
    bench.machine.interrupt(child.pid);
    bench.machine.run();
    expect(child.exitCode()).toBe(130);
    expect(bench.run('jobs').stdout).toBe('[1]+  Running                 sleep 100 &\n');
  });

  test('exit is remembered, and its trap runs', () => {
    const bench = createBench();
    bench.run("trap 'echo bye' EXIT");
    expect(bench.run('exit 3')).toMatchObject({ stdout: 'bye\n', code: 3 });
    expect(bench.machine.exitedWith()).toBe(3);
  });

  test('a mistake ends its line only', () => {
    const bench = createBench();
    expect(bench.run('set -u; echo $nothing; echo never')).toMatchObject({ stdout: '', code: 127 });
    expect(bench.run('echo still here')).toMatchObject({ stdout: 'still here\n', code: 0 });
  });

  test('background output goes where the line that started it wrote', () => {
    const { stdout } = runScript('(sleep 1; echo later) & sleep 2; echo end');
    expect(stdout).toBe('later\nend\n');
  });
});
