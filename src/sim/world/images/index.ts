// Every image there is. To add one: a file here, and its name in this list.
import type { Image } from '../image.ts';
import { fluentBit, nodeExporter } from './agents.ts';
import { agnhost, liveness, serveHostname } from './agnhost.ts';
import { alpine } from './alpine.ts';
import { batchJob } from './batch-job.ts';
import { busybox } from './busybox.ts';
import { databaseImages } from './databases.ts';
import { bash, debian, debianBase, fedora } from './distributions.ts';
import { echo } from './echo.ts';
import { echoServerImage, echoserver, whoami } from './echo-servers.ts';
import { etcd } from './etcd.ts';
import { fluentdImage } from './fluentd.ts';
import { gbFrontend } from './gb-frontend.ts';
import { goproxy, helloApp, helloKubernetes, kuard, nodeHello } from './go-servers.ts';
import { helloWorld } from './hello-world.ts';
import { hpaExample } from './hpa-example.ts';
import { httpEcho } from './http-echo.ts';
import { httpd } from './httpd.ts';
import { kubia } from './kubia.ts';
import { kubiaPet } from './kubia-pet.ts';
import { kubiaPetPeers } from './kubia-pet-peers.ts';
import { kubiaUnhealthy } from './kubia-unhealthy.ts';
import { nodeImage, pythonImage } from './languages.ts';
import { metricsServerImage } from './metrics-server.ts';
import { goMyweb, myweb } from './myweb.ts';
import { busyboxPlus, curlImage, dnsTools, dnsUtils, netshoot, tutumDnsUtils } from './network-tools.ts';
import { nginx, nginxUnprivileged } from './nginx.ts';
import { nginxSlim } from './nginx-slim.ts';
import { pause } from './pause.ts';
import { perlImage } from './perl.ts';
import { redis } from './redis.ts';
import { ssdMonitor } from './ssd-monitor.ts';
import { stressImage, vishStressImage } from './stress.ts';
import { ubuntu } from './ubuntu.ts';
import { nginxDemo, podinfo, registry, tomcat, wordpress } from './web-apps.ts';

export const images: readonly Image[] = [
  agnhost,
  alpine,
  bash,
  batchJob,
  busybox,
  busyboxPlus,
  curlImage,
  ...databaseImages,
  debian,
  debianBase,
  dnsTools,
  dnsUtils,
  echo,
  echoServerImage,
  echoserver,
  etcd,
  fedora,
  fluentBit,
  fluentdImage,
  gbFrontend,
  goMyweb,
  goproxy,
  helloApp,
  helloKubernetes,
  helloWorld,
  hpaExample,
  httpEcho,
  httpd,
  kuard,
  kubia,
  kubiaPet,
  kubiaPetPeers,
  kubiaUnhealthy,
  liveness,
  myweb,
  netshoot,
  metricsServerImage,
  nginx,
  nginxDemo,
  nginxSlim,
  nginxUnprivileged,
  nodeExporter,
  nodeHello,
  nodeImage,
  pause,
  perlImage,
  podinfo,
  pythonImage,
  redis,
  registry,
  serveHostname,
  ssdMonitor,
  stressImage,
  tomcat,
  tutumDnsUtils,
  ubuntu,
  vishStressImage,
  whoami,
  wordpress,
];
