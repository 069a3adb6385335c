/** A link that carries this cluster, and what there is to say of one that came with a link. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Shared } from './shared.ts';
import { linkTo } from './shared.ts';
import type { Lab } from './use-lab.ts';
import type { Words } from './words.ts';

export function ShareButton(props: {
  readonly id: string;
  readonly lab: Lab;
  readonly words: Words;
}): JSX.Element {
  const { id, lab, words } = props;
  const [said, say] = useState('');
  const [link, show] = useState('');
  const act = async (): Promise<void> => {
    const made = await linkTo(id, await lab.log());
    if (made === undefined) {
      say(words.linkTooLong);
      return;
    }
    try {
      await navigator.clipboard.writeText(made);
      say(words.linkCopied);
    } catch {
      // Where the page may not reach the clipboard, hands can.
      show(made);
    }
  };
  return (
    <span class="lab-share">
      <button
        type="button"
        class="lab-quiet"
        disabled={lab.phase !== 'live'}
        title={words.linkTitle}
        onClick={act}
        onBlur={() => say('')}
      >
        {said === '' ? words.link : said}
      </button>
      {link !== '' && (
        <input
          readOnly
          value={link}
          aria-label={words.link}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <span class="sr-only" role="status">
        {said}
      </span>
    </span>
  );
}

export function SharedNotice(props: { readonly shared: Shared; readonly words: Words }): JSX.Element | null {
  const { shared, words } = props;
  const { log, isBroken, leave } = shared;
  if (isBroken) return <p class="lab-note">{words.linkBroken}</p>;
  if (!log) return null;
  return (
    <p class="lab-note lab-shared">
      {words.shared}{' '}
      <button type="button" class="lab-quiet" onClick={leave}>
        {words.sharedLeave}
      </button>
    </p>
  );
}
