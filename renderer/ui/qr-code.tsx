import { type ReactNode, useMemo } from 'react';
import { encode } from 'uqr';

/** A QR code as one path of black squares, level M as on paper. Decoration: what it says stands beside it. */
export function QrCode({ text, size }: { readonly text: string; readonly size: number }): ReactNode {
  const code = useMemo(() => encode(text, { ecc: 'M', border: 0 }), [text]);
  const squares = code.data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox={`0 0 ${code.size} ${code.size}`}
      shapeRendering="crispEdges"
    >
      <path d={squares.join('')} fill="#000" />
    </svg>
  );
}
