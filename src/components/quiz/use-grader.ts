/** The grader's end of the line, from the first question on. */
import { useEffect, useRef } from 'preact/hooks';
import type { Connection } from '../lab/connection.ts';

export function useGrader(): () => Promise<Connection> {
  const connection = useRef<Promise<Connection> | undefined>(undefined);
  useEffect(
    () => () => {
      connection.current?.then((it) => it.close());
    },
    [],
  );
  return () => {
    connection.current ??= import('../lab/connection.ts').then(
      ({ Connection }) => new Connection({ frame: () => {}, stopped: () => {} }),
    );
    return connection.current;
  };
}
