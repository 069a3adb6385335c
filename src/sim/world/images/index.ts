// Every image there is. To add one: a file here, and its name in this list.
import type { Image } from '../image.ts';
import { alpine } from './alpine.ts';
import { busybox } from './busybox.ts';
import { fluentdImage } from './fluentd.ts';
import { helloWorld } from './hello-world.ts';
import { httpd } from './httpd.ts';
import { kubia } from './kubia.ts';
import { nginx } from './nginx.ts';
import { nginxSlim } from './nginx-slim.ts';
import { ssdMonitor } from './ssd-monitor.ts';
import { ubuntu } from './ubuntu.ts';

export const images: readonly Image[] = [
  alpine,
  busybox,
  fluentdImage,
  helloWorld,
  httpd,
  kubia,
  nginx,
  nginxSlim,
  ssdMonitor,
  ubuntu,
];
