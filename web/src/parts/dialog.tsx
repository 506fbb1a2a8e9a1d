import { useEffect, useId, useRef, type ReactNode } from 'react';

type Given = Readonly<{ title: string; children: ReactNode; leave: () => void }>;

/**
 * Something that is asked before one goes on. The browser's own dialog holds the focus, gives it
 * back, and is left with Esc; a made one would have to write styles that the policy forbids.
 */
export function Dialog({ title, children, leave }: Given) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
