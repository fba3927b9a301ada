import './stamp-face.css';

import type { ReactNode } from 'react';

import { QrCode } from '#renderer/ui/qr-code.tsx';

/** The last line of every stamp; the language of a letter is Indonesian whatever the app's is. */
function nipLine(nip: string): string {
  return `NIP ${nip}`;
}

/** What a stamp shows, as the engine sets it. */
export interface StampText {
  readonly qr: string;
  readonly heading: string;
  /** The capacity in which the person signs, line by line. */
  readonly capacity: readonly string[];
  readonly name: string;
  readonly nip: string;
}

/** The stamp as it will be drawn, at `scale` CSS pixels a point. Documents are never recoloured: black on white. */
export function StampLook(props: {
  readonly text: StampText;
  readonly width: number;
  readonly height: number;
}): ReactNode {
  const { text, width, height } = props;
  const margin = height * 0.1;
  const qrSide = Math.min(height - 2 * margin, width * 0.36);
  const lines = 2 + text.capacity.length + (text.nip === '' ? 0 : 1);
  const size = Math.min(height / 7.2, (height - margin) / (lines * 1.3));
  return (
    <div
      aria-hidden
      className="stamp-face relative flex size-full items-center overflow-hidden bg-[#fff] text-[#000]"
      style={{ padding: margin, gap: margin, fontSize: size, lineHeight: 1.3 }}
    >
      <QrCode text={text.qr} size={qrSide} />
      <div className="min-w-0 flex-1">
        <p className="truncate text-[#595959]" style={{ fontSize: '0.88em' }}>
          {text.heading}
        </p>
        {text.capacity.map((line) => (
          <p key={line} className="truncate">
            {line}
          </p>
        ))}
        <p className="truncate font-bold">{text.name}</p>
        {text.nip === '' ? null : <p className="truncate">{nipLine(text.nip)}</p>}
      </div>
      <div className="pdf-dim" />
    </div>
  );
}
