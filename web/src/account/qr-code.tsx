import qrcode from 'qrcode-generator';
import { useMemo } from 'react';

/** Modules of white around it, as ISO/IEC 18004 asks for. */
const QUIET = 4;

/** Drawn as one path: neither an image of elsewhere nor a style of its own. */
export function QrCode({ text, title }: Readonly<{ text: string; title: string }>) {
  const { side, path } = useMemo(() => {
    const code = qrcode(0, 'M');
    // UTF-8 in the letters of Latin-1, which is what the package takes for bytes.
    code.addData(String.fromCharCode(...new TextEncoder().encode(text)));
    code.make();
    const count = code.getModuleCount();
    const dark = Array.from({ length: count * count }, (_, at) => [
      at % count,
      Math.floor(at / count),
    ])
      .filter(([x = 0, y = 0]) => code.isDark(y, x))
      .map(([x = 0, y = 0]) => `M${String(x + QUIET)} ${String(y + QUIET)}h1v1h-1z`);
    return { side: count + 2 * QUIET, path: dark.join('') };
  }, [text]);
  return (
    <svg
      className="qr"
      role="img"
      aria-label={title}
      viewBox={`0 0 ${String(side)} ${String(side)}`}
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} shapeRendering="crispEdges" />
    </svg>
  );
}
