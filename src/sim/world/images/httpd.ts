// httpd: serves /usr/local/apache2/htdocs on port 80.
import type { Image } from '../image.ts';
import { httpd as server } from '../programs/httpd.ts';
import { debianPrograms, distributionFiles } from './distribution.ts';

export const httpd: Image = {
  repositories: ['docker.io/library/httpd'],
  exampleTag: '2.4',
  newest: '2.4',
  contents(_tag, tools) {
    const programs = debianPrograms(tools);
    programs.set('httpd-foreground', server);
    const page = [
      '/usr/local/apache2/htdocs/index.html',
      '<html><body><h1>It works!</h1></body></html>\n',
    ] as const;
    return {
      command: ['httpd-foreground'],
      workingDirectory: '/usr/local/apache2',
      stopSignal: 'SIGWINCH',
      ports: [80],
      programs,
      files: distributionFiles('Debian GNU/Linux 12 (bookworm)', new Map([page])),
    };
  },
};
