// `next` and `exit` leave all that runs, functions too.

export class Leave extends Error {
  readonly is: 'next' | 'exit';

  constructor(is: 'next' | 'exit') {
    super(is);
    this.is = is;
  }
}
