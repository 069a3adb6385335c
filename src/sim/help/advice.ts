// What there is to say beside a refusal: one sentence, as data. What it says in each language is in en.ts and ko.ts.

export type Advice =
  // Words
  | { readonly is: 'did-you-mean'; readonly word: string }
  | { readonly is: 'belongs-in'; readonly field: string; readonly place: string }
  | { readonly is: 'belongs-in-item'; readonly field: string; readonly place: string }
  | { readonly is: 'put-under'; readonly field: string; readonly place: string }
  | { readonly is: 'not-here'; readonly field: string; readonly place: string; readonly fields: string }
  | {
      readonly is: 'of-other-kinds';
      readonly field: string;
      readonly kind: string;
      readonly kinds: readonly string[];
    }
  | { readonly is: 'write-instead'; readonly word: string }
  | { readonly is: 'leave-out'; readonly field: string }
  | { readonly is: 'given-twice'; readonly field: string }
  | { readonly is: 'every-node-has-one' }
  | { readonly is: 'job-counts' }
  // Kinds and versions
  | {
      readonly is: 'moved-api';
      readonly kind: string;
      readonly apiVersion: string;
      readonly since: string;
      readonly also: AlsoNeeded | undefined;
    }
  | {
      readonly is: 'gone-api';
      readonly kind: string;
      readonly since: string;
      readonly instead: Successor;
    }
  | {
      readonly is: 'right-api';
      readonly kind: string;
      readonly apiVersion: string;
      readonly also?: AlsoNeeded;
    }
  | { readonly is: 'right-kind-and-api'; readonly kind: string; readonly apiVersion: string }
  | { readonly is: 'no-such-kind'; readonly kind: string }
  | { readonly is: 'add-line'; readonly line: string }
  | { readonly is: 'say-what-it-is' }
  | { readonly is: 'no-object' }
  // Types
  | { readonly is: 'quote'; readonly value: string; readonly as: 'number' | 'boolean' }
  | { readonly is: 'unquote'; readonly value: string }
  | { readonly is: 'takes-number'; readonly field: string }
  | { readonly is: 'takes-boolean'; readonly field: string }
  | { readonly is: 'takes-text'; readonly field: string }
  | { readonly is: 'takes-list'; readonly field: string; readonly example: string }
  | { readonly is: 'takes-items'; readonly field: string }
  | { readonly is: 'takes-fields'; readonly field: string; readonly example: string }
  | { readonly is: 'takes-pairs'; readonly field: string; readonly example: string }
  | { readonly is: 'takes-time'; readonly field: string }
  | { readonly is: 'takes-base64'; readonly field: string; readonly plain: string }
  | { readonly is: 'plain-selector'; readonly kind: string }
  | { readonly is: 'write-quantity'; readonly quantity: string }
  | { readonly is: 'quantities' }
  // Values
  | { readonly is: 'write-name'; readonly name: string }
  | { readonly is: 'shorter'; readonly max: string }
  | { readonly is: 'label-lacks'; readonly label: string }
  | { readonly is: 'labels-lack-expression' }
  | { readonly is: 'template-lacks'; readonly labels: string }
  | { readonly is: 'select-something'; readonly labels: string }
  | { readonly is: 'add-field'; readonly field: string }
  | { readonly is: 'add-example'; readonly example: string }
  | { readonly is: 'give-name' }
  | { readonly is: 'add-handler' }
  | { readonly is: 'only-always'; readonly kind: string }
  | { readonly is: 'restart-never-or-on-failure' }
  | { readonly is: 'selects-its-own'; readonly kind: string }
  | { readonly is: 'no-such-volume'; readonly name: string; readonly isStatefulSet: boolean }
  | {
      readonly is: 'no-such-image';
      readonly image: string;
      /** The same image by a tag that it has. */
      readonly example?: string;
      readonly like?: string;
      readonly all: readonly string[];
    }
  | { readonly is: 'cron-fields' }
  | { readonly is: 'fixed-at-creation'; readonly kind: string }
  | { readonly is: 'apply-instead' }
  | { readonly is: 'create-namespace'; readonly name: string }
  | { readonly is: 'other-namespace' }
  // YAML
  | { readonly is: 'yaml-tab' }
  | { readonly is: 'yaml-space-after'; readonly character: ':' | '-' }
  | { readonly is: 'yaml-quote'; readonly character: string }
  | { readonly is: 'yaml-colon-inside' }
  | { readonly is: 'yaml-close'; readonly character: string }
  | { readonly is: 'yaml-align' }
  | { readonly is: 'yaml-new-line' }
  | { readonly is: 'yaml-template' };

/** What does the work of a kind that is gone. */
export type Successor = 'namespace-labels';

/** What an old manifest lacks beside the new apiVersion. */
export type AlsoNeeded = 'selector' | 'ingress' | 'cpu-metric' | 'metric-target';
