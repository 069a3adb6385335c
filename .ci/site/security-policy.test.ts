import { describe, expect, test } from 'vitest';
import { policyOf, withPolicy } from './security-policy.ts';

const PAGE = `<!doctype html><html><head><title>x</title><style>b{}</style></head>
<body><p style="--a: &quot;x&quot;">style="color: red"</p><script>run()</script><script type="module" src="/a.js"></script></body></html>`;

describe('the policy of a page', () => {
  const policy = policyOf(PAGE);

  test('names what stands in it by hash, and nothing unsafe', () => {
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)/);
    expect(policy.match(/'sha256-[\w+/]+=*'/g)).toHaveLength(3);
    // sha256 of run()
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-/);
    expect(policy).toContain("style-src-attr 'unsafe-hashes' 'sha256-");
  });

  test('lets nothing come from elsewhere', () => {
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toMatch(/https?:|\*/);
  });

  test('another script is another hash', () => {
    expect(policyOf(PAGE.replace('run()', 'run( )'))).not.toBe(policy);
  });

  test('stands first in the head', () => {
    expect(withPolicy(PAGE)).toMatch(
      /<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'/,
    );
    expect(() => withPolicy('<p>')).toThrow('no <head>');
  });
});
