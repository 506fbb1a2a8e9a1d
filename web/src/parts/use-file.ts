import { useCallback, useEffect, useState } from 'react';
import { asProblem, postForFile, type Problem } from '../api';

/** A file the server gives out on a click, kept for as long as the screen is open. */
export type Fetched = Readonly<{
  fetchFile: (path: string, body: object) => Promise<void>;
  /** The address of the file in this browser. */
  href: string | undefined;
  fetching: boolean;
  problem: Problem | undefined;
}>;

export function useFile(): Fetched {
  const [href, setHref] = useState<string>();
  const [fetching, setFetching] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    // It may show who asked; it goes when the screen is left.
    return () => {
      if (href !== undefined) URL.revokeObjectURL(href);
    };
  }, [href]);
  const fetchFile = useCallback(async (path: string, body: object) => {
    setFetching(true);
    setProblem(undefined);
    setHref(undefined);
    try {
      setHref(URL.createObjectURL(await postForFile(path, body)));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setFetching(false);
    }
  }, []);
  return { fetchFile, href, fetching, problem };
}
