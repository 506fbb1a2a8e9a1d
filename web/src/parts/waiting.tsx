/** Said to a screen reader as well. */
export function Waiting({ words = '正在读取……' }: Readonly<{ words?: string }>) {
  return (
    <p className="waiting" role="status">
      {words}
    </p>
  );
}
