// Every image there is. To add one: a file here, and its name in this list.
import type { Image } from '../image.ts';
import { alpine } from './alpine.ts';
import { batchJob } from './batch-job.ts';
import { busybox } from './busybox.ts';
import { databaseImages } from './databases.ts';
import { fluentdImage } from './fluentd.ts';
import { gbFrontend } from './gb-frontend.ts';
import { helloWorld } from './hello-world.ts';
import { hpaExample } from './hpa-example.ts';
import { httpd } from './httpd.ts';
import { kubia } from './kubia.ts';
import { metricsServerImage } from './metrics-server.ts';
import { nginx } from './nginx.ts';
import { nginxSlim } from './nginx-slim.ts';
import { perlImage } from './perl.ts';
import { ssdMonitor } from './ssd-monitor.ts';
import { stressImage, vishStressImage } from './stress.ts';
import { ubuntu } from './ubuntu.ts';

export const images: readonly Image[] = [
  alpine,
  batchJob,
  busybox,
  ...databaseImages,
  fluentdImage,
  gbFrontend,
  helloWorld,
  httpd,
  hpaExample,
  kubia,
  metricsServerImage,
  nginx,
  nginxSlim,
  perlImage,
  ssdMonitor,
  stressImage,
  ubuntu,
  vishStressImage,
];
