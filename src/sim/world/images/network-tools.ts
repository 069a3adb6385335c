// Images for looking about in the network: dig, nslookup, curl.
import { imageFrom } from '../defined-image.ts';

/** The one with which the documentation debugs DNS; it waits to be looked into. */
export const dnsUtils = imageFrom({
  name: 'registry.k8s.io/e2e-test-images/jessie-dnsutils',
  otherNames: ['k8s.gcr.io/e2e-test-images/jessie-dnsutils', 'gcr.io/kubernetes-e2e-test-images/dnsutils'],
  tags: ['1.7', '1.3', '1.4', '1.5', '1.6', 'latest'],
  from: 'debian',
  tools: ['dig', 'nslookup', 'curl', 'wget', 'ps', 'nc', 'ping'],
  command: ['/bin/sh', '-c', 'sleep 3600'],
});

export const tutumDnsUtils = imageFrom({
  name: 'tutum/dnsutils',
  tags: ['latest'],
  from: 'debian',
  tools: ['dig', 'nslookup', 'ps'],
  command: ['/bin/bash'],
});

export const dnsTools = imageFrom({
  name: 'infoblox/dnstools',
  tools: ['dig', 'curl'],
  command: ['/bin/sh'],
});

export const netshoot = imageFrom({
  name: 'nicolaka/netshoot',
  otherNames: ['praqma/network-multitool', 'wbitt/network-multitool'],
  tools: ['dig', 'curl', 'jq', 'bash'],
  command: ['/bin/sh'],
});

export const busyboxPlus = imageFrom({
  name: 'radial/busyboxplus',
  tags: ['curl', 'latest'],
  from: 'busybox',
  tools: ['curl'],
  command: ['/bin/sh'],
});

/** curl in a small image; an entry point passes on to it what is no command. */
export const curlImage = imageFrom({
  name: 'curlimages/curl',
  otherNames: ['quay.io/curl/curl', 'alpine/curl', 'luksa/curl'],
  tools: ['curl'],
  user: 'curl_user',
  entrypoint: ['/entrypoint.sh'],
  command: ['curl'],
  programs: {
    '/entrypoint.sh': {
      script:
        'case $1 in -*|"") set -- curl "$@";; esac\nif command -v "$1" > /dev/null; then exec "$@"; else exec curl "$@"; fi',
    },
  },
});
