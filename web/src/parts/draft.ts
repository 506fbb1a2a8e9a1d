import { useCallback, useEffect, useState } from 'react';

/**
 * Text that survives a reload until it is sent. It is kept in sessionStorage, not in localStorage:
 * what a clerk types names applicants, and must be gone when the tab is closed, for the machine may
 * be shared.
 */
export function useDraft<Values extends object>(
  name: string,
  empty: Values,
): readonly [Values, (change: Partial<Values>) => void, () => void] {
  const key = `gongkai:draft:${name}`;
  const [values, setValues] = useState<Values>(() => ({ ...empty, ...stored<Values>(key) }));
  useEffect(() => {
    const untouched = JSON.stringify(values) === JSON.stringify(empty);
    if (untouched) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(values));
  }, [key, values, empty]);
  const change = useCallback((some: Partial<Values>) => {
    setValues((before) => ({ ...before, ...some }));
  }, []);
  const clear = useCallback(() => setValues(empty), [empty]);
  return [values, change, clear];
}

function stored<Values>(key: string): Partial<Values> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Values>;
  } catch {
    return {};
  }
}
