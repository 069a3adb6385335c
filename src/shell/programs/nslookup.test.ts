import { describe, expect, test } from 'vitest';
import type { Setup } from '../testing/network-programs.ts';
import { domain, runProgram } from '../testing/network-programs.ts';
import { nslookup } from './nslookup.ts';

describe('nslookup', () => {
  const old = { files: { '/etc/os-release': 'PRETTY_NAME="BusyBox 1.28"\n' } };
  const newer = { files: { '/etc/os-release': 'PRETTY_NAME="BusyBox 1.36"\n' } };
  const oldServer = 'Server:    10.96.0.10\nAddress 1: 10.96.0.10 kube-dns.kube-system.svc.cluster.local\n\n';
  const newServer = 'Server:\t\t10.96.0.10\nAddress:\t10.96.0.10:53\n\n';
  const bindServer = 'Server:\t\t10.96.0.10\nAddress:\t10.96.0.10#53\n\n';
  const noServer = ';; connection timed out; no servers could be reached\n\n';
  const table: readonly [line: string, setup: Setup, stdout: string, stderr: string, code: number][] = [
    [
      'nslookup web-0.nginx',
      old,
      `${oldServer}Name:      web-0.nginx\nAddress 1: 10.244.1.5 web-0.nginx.${domain}\n`,
      '',
      0,
    ],
    [
      'nslookup nginx',
      old,
      `${oldServer}Name:      nginx\nAddress 1: 10.244.1.5 web-0.nginx.${domain}\nAddress 2: 10.244.2.5\n`,
      '',
      0,
    ],
    ['nslookup nobody', old, oldServer, "nslookup: can't resolve 'nobody'\n", 1],
    [
      'nslookup nobody',
      { ...old, isCutOff: true },
      'Server:    10.96.0.10\nAddress 1: 10.96.0.10\n\n',
      "nslookup: can't resolve 'nobody'\n",
      1,
    ],
    [
      `nslookup web-0.nginx.${domain}`,
      newer,
      `${newServer}Name:\tweb-0.nginx.${domain}\nAddress: 10.244.1.5\n\n\n`,
      '',
      0,
    ],
    [
      'nslookup web-0.nginx',
      newer,
      `${newServer}** server can't find web-0.nginx: NXDOMAIN\n\n** server can't find web-0.nginx: NXDOMAIN\n\n`,
      '',
      1,
    ],
    ['nslookup web', { ...newer, isCutOff: true }, noServer, '', 1],
    ['nslookup web-0.nginx', {}, `${bindServer}Name:\tweb-0.nginx.${domain}\nAddress: 10.244.1.5\n\n`, '', 0],
    ['nslookup nobody', {}, `${bindServer}** server can't find nobody: NXDOMAIN\n\n`, '', 1],
    ['nslookup 10.244.1.5', {}, `5.1.244.10.in-addr.arpa\tname = web-0.nginx.${domain}.\n\n`, '', 0],
    [
      `nslookup -type=SRV _web._tcp.nginx.${domain}`,
      {},
      `${bindServer}_web._tcp.nginx.${domain}\tservice = 0 100 80 web-0.nginx.${domain}.\n\n`,
      '',
      0,
    ],
    ['nslookup web 8.8.8.8', {}, '', 'nslookup: the only server that can be asked here is 10.96.0.10\n', 1],
  ];
  test.each(table)('%s', (line, setup, stdout, stderr, code) => {
    expect(runProgram(nslookup, line, setup)).toMatchObject({ stdout, stderr, code });
  });
});
