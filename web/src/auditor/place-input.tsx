import { Input } from 'antd';
import { useId, useState } from 'react';

type Given = Readonly<{
  label: string;
  value: number;
  max: number;
  change: (value: number) => void;
}>;

/** A place of the ledger, slid to or written. It counts once it is let go. */
export function PlaceInput({ label, value, max, change }: Given) {
  const id = useId();
  const [moving, setMoving] = useState<number>();
  const shown = moving ?? value;
  const settle = (): void => {
    if (moving !== undefined) change(Math.min(Math.max(0, Math.trunc(moving)), max));
    setMoving(undefined);
  };
  return (
    <div className="place">
      <label htmlFor={id}>{label}</label>
      <input
        type="range"
        aria-label={`${label}，滑动`}
        min={0}
        max={max}
        value={shown}
        onChange={({ target }) => setMoving(Number(target.value))}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
      />
      <Input
        id={id}
        className="short"
        inputMode="numeric"
        value={shown}
        onChange={({ target }) => setMoving(Number(target.value.replace(/\D/g, '')))}
        onPressEnter={settle}
        onBlur={settle}
      />
    </div>
  );
}
