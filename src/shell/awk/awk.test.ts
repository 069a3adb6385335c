// awk, as it is used on what kubectl prints. Where a real mawk is on the machine it is the judge of every program here.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { runScript } from '../testing/run-script.ts';

const pods = `NAME    READY   STATUS             RESTARTS   AGE
web-0   1/1     Running            0          5m
web-1   0/1     CrashLoopBackOff   7          4m
db-0    1/1     Running            2          10m

job-x   0/1     Completed          0          1h
`;

type Case = readonly [args: readonly string[], output: string];

const programs: readonly Case[] = [
  [['{print $1}'], 'NAME\nweb-0\nweb-1\ndb-0\n\njob-x\n'],
  [['NR>1 && NF {print $1, $NF}'], 'web-0 5m\nweb-1 4m\ndb-0 10m\njob-x 1h\n'],
  [['NR>1 {s+=$4} END {print s}'], '9\n'],
  [['NR>1 {s+=$4; n++} END {print s/n, n}'], '1.8 5\n'],
  [
    ['$3 != "Running" && NR>1 && $0 != "" {print $1 " is " $3}'],
    'web-1 is CrashLoopBackOff\njob-x is Completed\n',
  ],
  [
    ['/web/'],
    'web-0   1/1     Running            0          5m\nweb-1   0/1     CrashLoopBackOff   7          4m\n',
  ],
  [['!/web/ && NF {print NR": "$1}'], '1: NAME\n4: db-0\n6: job-x\n'],
  [['/web-0/,/db/ {print $1}'], 'web-0\nweb-1\ndb-0\n'],
  [['NR==2,NR==3 {print NR}'], '2\n3\n'],
  [['$1 ~ /^web/ {c[$3]++} END {print c["Running"], c["CrashLoopBackOff"], length(c)}'], '1 1 2\n'],
  [['BEGIN {printf "%-6s|%5d|%05.1f|%s\\n", "ab", 42, 3.14159, "x"}'], 'ab    |   42|003.1|x\n'],
  [
    ['BEGIN {printf "%c%c %x %o %e %g\\n", 65, "hello", 255, 8, 12345.678, 0.0001}'],
    'Ah ff 10 1.234568e+04 0.0001\n',
  ],
  [['BEGIN {print 1/3, 1e6, 0.1+0.2, -3 % 2, 2^10, 2^0.5}'], '0.333333 1000000 0.3 -1 1024 1.41421\n'],
  [['BEGIN {print 1==1.0, "a"<"b", "10"<"9", 10<9, "abc"~/b/, "abc"!~"^b"}'], '1 1 1 0 1 1\n'],
  [['{gsub(/[0-9]+/, "#"); print $1}'], 'NAME\nweb-#\nweb-#\ndb-#\n\njob-x\n'],
  [
    ['BEGIN {x="aaa"; n=gsub(/a/, "[&]", x); print n, x; sub(/\\[/, "\\\\&", x); print x}'],
    '3 [a][a][a]\n&a][a][a]\n',
  ],
  [
    ['BEGIN {x="abc"; gsub(//, "-", x); print x; y="abc"; gsub(/x*/, "-", y); print y}'],
    '-a-b-c-\n-a-b-c-\n',
  ],
  [
    ['BEGIN {print substr("hello", 2, 3), substr("hello", 4), index("hello","ll"), length("hello")}'],
    'ell lo 3 5\n',
  ],
  [
    ['BEGIN {n=split("a:b:c", p, ":"); print n, p[1], p[3]; n=split("2026-01-05", d, /-/); print d[2]+0}'],
    '3 a c\n1\n',
  ],
  [['BEGIN {print toupper("web"), tolower("WEB"), int(3.9), int(-3.9), int("7up")}'], 'WEB web 3 -3 7\n'],
  [
    ['BEGIN {if (match("nginx:1.28", /[0-9.]+$/)) print RSTART, RLENGTH, substr("nginx:1.28", RSTART)}'],
    '7 4 1.28\n',
  ],
  [
    ['BEGIN {for (i=1; i<=3; i++) {if (i==2) continue; print i}; while (1) {if (++n>3) break}; print n}'],
    '1\n3\n4\n',
  ],
  [['BEGIN {do {i++} while (i<5); print i; print i++ + ++i, i--, i}'], '5\n12 7 6\n'],
  [['BEGIN {a["x","y"]=1; if (("x","y") in a) print "yes"; delete a["x","y"]; print length(a)}'], 'yes\n0\n'],
  [['BEGIN {a[1]; a[2]; for (k in a) n++; print n; delete a; for (k in a) n++; print n}'], '2\n2\n'],
  [['function f(n) {return n<=1 ? 1 : n*f(n-1)} BEGIN {print f(10)}'], '3628800\n'],
  [['function fill(t, i) {for (i=0; i<3; i++) t[i]=i*i} BEGIN {fill(sq); print sq[2], length(sq)}'], '4 3\n'],
  [
    ['NR==2 {$2="x"; print; print NF; $7="z"; print; NF=2; print}'],
    'web-0 x Running 0 5m\n5\nweb-0 x Running 0 5m  z\nweb-0 x\n',
  ],
  [['-F:', '{print $2}', '-'], '\n\n\n\n\n\n'],
  [['-F', '[-0-9]+', 'NR==2 {print $1 "|" $2}'], 'web|   \n'],
  [['-v', 'n=3', 'NR==n {print FNR, $1}'], '3 web-1\n'],
  [['-v', 'OFS=,', 'NR==2 {print $1,$2; $1=$1; print}'], 'web-0,1/1\nweb-0,1/1,Running,0,5m\n'],
  [['BEGIN {FS="/"} NR==2 {print $2}'], '1     Running            0          5m\n'],
  [['NR==3 {exit} {print $1} END {print "end"}'], 'NAME\nweb-0\nend\n'],
  [['NR==2 {next} {n++} END {print n}'], '5\n'],
  [['BEGIN {RS=""} {print NR, $1}'], '1 NAME\n2 job-x\n'],
  [['END {print NR, $0 == "", NF}'], '6 0 5\n'],
  [['BEGIN {print length()} END {print length}'], '0\n48\n'],
  [['BEGIN {print "a" > "/dev/stdout"; print -1 " " -1; print 1 " " 2+3 " " 2*3}'], 'a\n-1-1\n1 5 6\n'],
  [['BEGIN {print (1,2) in a, !0, !1, !"", !"a"; x = y = 3; x += y *= 2; print x, y}'], '0 1 0 1 0\n9 6\n'],
  [['BEGIN {print (1>2) ? "a" : "b"}'], 'b\n'],
  [['{ print ($4 > 1) ? "many" : "few" }'], 'many\nfew\nmany\nmany\nfew\nfew\n'],
  [['BEGIN { # a comment\n  x = 1 +\\\n 2\n  print x\n}'], '3\n'],
  [['$4 ~ /^[0-9]+$/ && $4 > max {max = $4; who = $1} END {print who, max}'], 'web-1 7\n'],
  [['BEGIN {print 010 + 0, ".5" + 0, "1e2x" + 0, "+3" + 0}'], '10 0.5 100 3\n'],
  [['{FS="/"; print $1}  NR==2 {exit}'], 'NAME\nweb-0   1\n'],
  [['NR==2 {gsub(/[ \\t]+/, "_"); print}'], 'web-0_1/1_Running_0_5m\n'],
  [['NR==2 {gsub(/[\\/.]/, "-"); print $2}'], '1-1\n'],
  [['BEGIN {x = "a\\nb\\tc"; gsub("\\n", " ", x); gsub("[\\n\\t]", "-", x); print x}'], 'a b-c\n'],
  [['BEGIN {RS=";"} END {print NR, length}'], '1 248\n'],
  [['-v', 'RS=-', 'NR==2 {print $1}'], '0\n'],
  [
    ['BEGIN {printf "%g %g %g %G %E %#o\\n", 1e6, 123456789, 0.00001, 1e-10, 12345.678, 8}'],
    '1e+06 1.23457e+08 1e-05 1E-10 1.234568E+04 010\n',
  ],
  [['NR==2 {printf "%c|", $4 + 65} END {print ""}'], 'A|\n'],
  [['BEGIN {OFMT="%.2f"; x = 3.14159; print x, 17; print x ""}'], '3.14 17\n3.14159\n'],
  [['BEGIN {CONVFMT="%.2g"; a[12.153]; for (k in a) print k, 3.14159 ""}'], '12 3.1\n'],
  [['NR==1 && y = 3 {print y}'], '3\n'],
  [
    ['/web-0/ && f=1; f && /db/ {print "after", f}'],
    'web-0   1/1     Running            0          5m\nafter 1\n',
  ],
  [
    ['BEGIN {s = "a b c"; gsub(/ */, "-", s); print s; s = "baac"; gsub(/a*/, "x", s); print s}'],
    '-a-b-c-\nxbxcx\n',
  ],
  [['/web-0/ {f=1; next} /db/ {f=0} f {print $1}'], 'web-1\n'],
  [['!seen[$3]++ && NF {print $3}'], 'STATUS\nRunning\nCrashLoopBackOff\nCompleted\n'],
  [
    ['{for (i=NF; i>0; i--) printf "%s%s", $i, (i>1 ? OFS : ORS)}  NR==2 {exit}'],
    'AGE RESTARTS STATUS READY NAME\n5m 0 Running 1/1 web-0\n',
  ],
  [['function r(n) {return n <= 1 ? 1 : n + r(n-1)} BEGIN {print r(150)}'], '11325\n'],
];

const real = spawnSync('mawk', ['-W', 'version'], { encoding: 'utf8' });
const judge = real.error ? undefined : 'mawk';

describe('what awk refuses', () => {
  test.each([
    ['{print', 'awk: line 1: syntax error at or near end of file: expected a value'],
    ['{print $1', 'awk: line 1: syntax error at or near end of file: expected a value'],
    ['{x = "a', 'awk: line 1: a text is not closed: "a'],
    ['{if (x) print }\n)', 'awk: line 2: syntax error at or near ): expected a value'],
    ['BEGIN {print 1/0}', 'awk: division by zero'],
    ['BEGIN {while (1) x++}', 'awk: this goes on for too long, or for ever'],
    ['function f() {f()} BEGIN {f()}', 'awk: functions call each other too deep'],
    ['BEGIN {a[1]; print a}', 'awk: a is an array, and a value is wanted'],
    ['BEGIN {x = 1; x[1]}', 'awk: x is no array'],
    ['BEGIN {g(1)}', 'awk: line 1: there is no function g'],
    [
      'BEGIN {getline}',
      'awk: getline is not supported here; lines are read one after the other by themselves',
    ],
    [
      'BEGIN {print 1 | "sort"}',
      'awk: a pipe within awk is not supported here; pipe what awk prints: awk … | sort',
    ],
    ['BEGIN {system("ls")}', 'awk: system() is not supported here; print the commands and pipe them into sh'],
    ['BEGIN {printf "%d"}', 'awk: not enough arguments for the format "%d"'],
    ['/(/', 'awk: Unmatched ( or \\('],
    ['BEGIN {break}', 'awk: line 1: syntax error at or near break: this stands in a loop'],
    ['{continue}', 'awk: line 1: syntax error at or near continue: this stands in a loop'],
    ['{return}', 'awk: line 1: syntax error at or near return: this stands in a function'],
    ['END {next}', 'awk: line 1: syntax error at or near next: in BEGIN and END there is no next line'],
    ['function f(a, a) {}', 'awk: line 1: syntax error at or near a: two parameters have this name'],
    ['BEGIN {NF = log(-1)}', 'awk: there is no field NaN'],
    ['function f() {f()} BEGIN {f()}', 'awk: functions call each other too deep'],
    [`BEGIN {x = ${'('.repeat(5000)}1}`, 'awk: line 1: this nests too deep'],
    [
      'BEGIN {for (;;) s = s "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}',
      /^awk: (?:a text holds at most|this goes on)/,
    ],
  ])('%.60s', (source, message) => {
    const { stderr, code } = runScript(`awk '${source}' < /dev/null`);
    expect(code).toBe(2);
    if (typeof message === 'string') expect(stderr).toBe(`${message}\n`);
    else expect(stderr).toMatch(message);
  });
});

describe('awk ends, and says why, whatever it is given', () => {
  const large = 's = sprintf("%9000s", ""); while (length(s) < 5e5) s = s s';
  test.each([
    [`BEGIN {x = ${'1+'.repeat(9000)}1}`, 'this nests too deep'],
    [`BEGIN {x = 1${'||0'.repeat(9000)}}`, 'this nests too deep'],
    [`BEGIN {x = ${'$'.repeat(3000)}1}`, 'line 1: this nests too deep'],
    [`function f() {return ${'- '.repeat(150)}f()} BEGIN {f()}`, 'this nests too deep'],
    [`BEGIN {${large}; gsub(/ /, s, s)}`, 'a text holds at most'],
    [`BEGIN {${large}; OFS = s; $999 = "x"; print}`, 'a text holds at most'],
    [`BEGIN {${large}; for (;;) a[i++] = toupper(s)}`, 'this goes on for too long'],
    ['BEGIN {for (;;) {NF = 9999; NF = 1}}', 'this goes on for too long'],
    ['BEGIN {for (;;) s ~ ("a" i++)}', 'this goes on for too long'],
    ['BEGIN {for (; i < 99999; i++) a[i]; for (;;) for (k in a) break}', 'this goes on for too long'],
    ['{for (;;);}', 'this goes on for too long, or for ever (input record 1)'],
  ])('%.60s', (source, message) => {
    const { stderr, code } = runScript(`cat > p; echo | awk -f p`, { stdin: source });
    expect([stderr.startsWith(`awk: ${message}`), code]).toEqual([true, 2]);
  });

  test.each([
    ['{print $1 + 0}', `${'1'.repeat(200_000)}x\n`, 'inf\n'],
    ['BEGIN {RS = ""} END {print NR}', `a${'\n'.repeat(200_000)}x\n`, '2\n'],
    ['{printf "%" $1 "!", 1}', `${'0'.repeat(200_000)}\n`, `%${'0'.repeat(200_000)}!`],
  ])('in linear time: %s', (source, stdin, stdout) => {
    expect(runScript(`awk '${source}'`, { stdin }).stdout).toBe(stdout);
  });

  test('where nobody reads on', () => {
    const { stdout, stderr } = runScript(`awk 'BEGIN {for (;;) print "y"}' | head -2`);
    expect([stdout, stderr]).toEqual(['y\ny\n', '']);
  });
});

// mawk has its own ways with these; they are as POSIX and GNU have them.
describe('awk, where mawk differs', () => {
  test.each([
    ['BEGIN {print 2^31, 1e15}', '', '2147483648 1000000000000000\n'],
    ['BEGIN {print substr("hello", -1, 3), substr("hello", 0, 2)}', '', 'h h\n'],
    ['/a{2}/', 'aa\na\n', 'aa\n'],
    ['BEGIN {RS = ""; FS = ":"} {print NF, $2}', 'a:b\nc:d\n\ne:f\n', '4 b\n2 f\n'],
    ['function f() {next} {f(); print} END {print NR}', 'a\nb\n', '2\n'],
    ['function f() {exit 5} BEGIN {print f()}', '', ''],
  ])('%s', (source, stdin, output) => {
    const { stdout, stderr } = runScript(`awk '${source}'`, { stdin });
    expect([stdout, stderr]).toEqual([output, '']);
  });
});

test('awk reads files, writes files, and says which is missing', () => {
  const script =
    "printf 'a\\nb\\n' > f; awk '{print FILENAME, FNR, NR > \"out\"}' f f; cat out; awk 1 nosuch; echo $?";
  const { stdout, stderr } = runScript(script);
  expect(stdout).toBe('f 1 1\nf 2 2\nf 1 3\nf 2 4\n2\n');
  expect(stderr).toBe('awk: nosuch: No such file or directory\n');
});

describe('awk', () => {
  test.each(programs)('%j', (args, output) => {
    const words = args.map((arg) => `'${arg.replaceAll("'", "'\\''")}'`).join(' ');
    const result = runScript(`cat > pods <<'END'\n${pods}END\nawk ${words} < pods`);
    expect([result.stdout, result.stderr, result.code]).toEqual([output, '', 0]);
  });

  test.skipIf(judge === undefined).each(programs)('prints what a real mawk prints: %j', (args, output) => {
    const { stdout, stderr } = spawnSync('mawk', args, { encoding: 'utf8', input: pods });
    expect([stderr, stdout]).toEqual(['', output]);
  });
});
