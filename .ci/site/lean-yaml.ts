/**
 * js-yaml makes every schema that it knows as soon as it is loaded, so that a bundler keeps them all, with what reads and writes by them. Nothing
 * else comes of making one: said so, those that a page does not use are left out of it.
 */
import type { Plugin } from 'vite';

const MADE = /^(var \w+ = )(?=define\w+Tag\(|new Schema\(|\w+_SCHEMA\.withTags\()/gm;

export function leanYaml(): Plugin {
  return {
    name: 'petset:lean-yaml',
    transform: {
      filter: { id: /\/js-yaml\.mjs$/ },
      handler: (code) => ({ code: code.replaceAll(MADE, '$1/* @__PURE__ */ '), map: null }),
    },
  };
}
