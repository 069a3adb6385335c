/** A button that asks for a file. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

interface Props {
  readonly label: string;
  /** As the attribute of an input. */
  readonly accept: string;
  take(file: File): Promise<void>;
}

export function FileButton(props: Props): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {props.label}
      </button>
      <input
        ref={input}
        type="file"
        accept={props.accept}
        hidden
        onChange={async ({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          if (file) await props.take(file);
        }}
      />
    </>
  );
}
