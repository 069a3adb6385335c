/** A button for what cannot be undone: it asks once more, and forgets that it asked when it is left. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

interface Props {
  readonly label: string;
  /** What it asks. */
  readonly sure: string;
  readonly class?: string;
  readonly disabled?: boolean;
  act(): void;
}

export function AskTwice({ label, sure, act, disabled = false, ...rest }: Props): JSX.Element {
  const [isAsking, ask] = useState(false);
  const press = (): void => {
    if (isAsking) act();
    ask(!isAsking);
  };
  return (
    <button
      type="button"
      class={rest.class}
      data-asking={isAsking}
      disabled={disabled}
      onClick={press}
      onBlur={() => ask(false)}
    >
      {isAsking ? sure : label}
    </button>
  );
}
