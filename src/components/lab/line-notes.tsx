/** What stands above the line being typed: what Tab found to choose from, and what Ctrl-R looks for. */
import type { JSX } from 'preact';
import type { LineEditing } from './use-line-editing.ts';

export function LineNotes({ offers, search }: LineEditing): JSX.Element {
  return (
    <>
      {offers.length > 0 && (
        <p class="lab-offers" role="status">
          {offers.join('  ')}
        </p>
      )}
      {search && (
        <p class="lab-offers" role="status">
          {`(reverse-i-search)\`${search.wanted}':`}
        </p>
      )}
    </>
  );
}
