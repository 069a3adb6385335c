/** What the terminal has to tell since it was last asked, and how much of it a page should ever hold. */
import type { Execution, Printed } from '../../shell/terminal.ts';
import type { HelpView, TerminalNews } from './frame.ts';

interface Followed {
  readonly id: number;
  readonly execution: Execution;
  printed: number;
}

export class NewsOfTerminal {
  #followed: Followed[] = [];
  #fresh: TerminalNews[] = [];
  #count = 0;

  follow(execution: Execution): void {
    const id = this.#count++;
    this.#fresh.push({ is: 'command', id, line: execution.line });
    this.#followed.push({ id, execution, printed: 0 });
  }

  /** The way to say something beside what the command entered last prints, now or later. */
  beside(): (help: readonly HelpView[]) => void {
    const id = this.#count - 1;
    return (help) => {
      if (id >= 0 && help.length > 0) this.#fresh.push({ is: 'help', id, help });
    };
  }

  /** The number of the command entered last; -1 before the first. */
  get last(): number {
    return this.#count - 1;
  }

  /** Something that the command entered last asked was refused. */
  denied(): void {
    if (this.last >= 0) this.#fresh.push({ is: 'denied', id: this.last });
  }

  /** Everything new, in order; chunks of one stream joined. */
  take(): readonly TerminalNews[] {
    const news = this.#fresh;
    this.#fresh = [];
    this.#followed = this.#followed.filter((followed) => {
      news.push(...outputOf(followed));
      const exitCode = followed.execution.exitCode();
      if (exitCode === undefined) return true;
      news.push({ is: 'end', id: followed.id, exitCode });
      return false;
    });
    return news;
  }

  /** Where a log is replayed, commands run to their end one by one: their order is the order of the news. */
  keep(): void {
    this.#fresh = [...this.take()];
  }
}

function outputOf(followed: Followed): TerminalNews[] {
  const { id, execution } = followed;
  const chunks = execution.output.slice(followed.printed);
  followed.printed = execution.output.length;
  const news: TerminalNews[] = [];
  let joined: { stream: Printed['stream']; text: string } | undefined;
  for (const { stream, text } of chunks) {
    if (joined?.stream === stream) joined.text += text;
    else {
      if (joined) news.push({ is: 'output', id, ...joined });
      joined = { stream, text };
    }
  }
  if (joined) news.push({ is: 'output', id, ...joined });
  return news;
}
