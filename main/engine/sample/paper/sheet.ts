import { realToken } from '../../pdf/increment/write-value.ts';
import type { Typeface } from './typeface.ts';

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const;

/** Red, green and blue from 0 to 1. */
export type Colour = readonly [number, number, number];

export const BLACK: Colour = [0, 0, 0];
/** The blue of a ballpoint pen. */
export const PEN: Colour = [0.13, 0.2, 0.47];
/** The violet of a stamp pad. */
export const PAD: Colour = [0.3, 0.25, 0.6];

export interface Style {
  readonly face: Typeface;
  readonly size: number;
  readonly colour?: Colour;
}

/** A number as an operand, to a thousandth of a point. */
export function n(value: number): string {
  return realToken(Math.round(value * 1000) / 1000);
}

/** One page being drawn: operators in order, and the faces that they name. Points from the lower left corner. */
export class Sheet {
  private readonly operators: string[] = [];
  private readonly used = new Map<Typeface, string>();

  get content(): string {
    return this.operators.join('\n');
  }

  /** Faces of this page by the names under which its operators call them. */
  get faces(): readonly { readonly name: string; readonly face: Typeface }[] {
    return [...this.used].map(([face, name]) => ({ name, face }));
  }

  raw(operators: string): void {
    this.operators.push(operators);
  }

  private nameOf(face: Typeface): string {
    const known = this.used.get(face) ?? `F${this.used.size}`;
    this.used.set(face, known);
    return known;
  }

  /** Shows a TJ operand at a point, turned by an angle in radians. */
  show(x: number, y: number, shown: string, { face, size, colour = BLACK }: Style, angle = 0): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const at =
      angle === 0 ? `${n(x)} ${n(y)} Td` : `${n(cos)} ${n(sin)} ${n(-sin)} ${n(cos)} ${n(x)} ${n(y)} Tm`;
    this.raw(`BT ${fillOf(colour)} /${this.nameOf(face)} ${n(size)} Tf ${at} [${shown}] TJ ET`);
  }

  /** Writes a line of text; `align` says what of it stands at `x`. Answers its width. */
  text(
    x: number,
    y: number,
    text: string,
    style: Style,
    align: 'left' | 'centre' | 'right' = 'left',
  ): number {
    const set = style.face.set(text);
    const width = (set.width * style.size) / 1000;
    const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
    this.show(left, y, set.shown, style);
    return width;
  }

  line(x1: number, y1: number, x2: number, y2: number, width: number, colour: Colour = BLACK): void {
    this.raw(`${strokeOf(colour)} ${n(width)} w ${n(x1)} ${n(y1)} m ${n(x2)} ${n(y2)} l S`);
  }

  box(x: number, y: number, width: number, height: number, stroke: number, colour: Colour = BLACK): void {
    this.raw(`${strokeOf(colour)} ${n(stroke)} w ${n(x)} ${n(y)} ${n(width)} ${n(height)} re S`);
  }

  circle(x: number, y: number, radius: number, width: number, colour: Colour): void {
    const k = radius * 0.5523;
    this.raw(
      `${strokeOf(colour)} ${n(width)} w ${n(x + radius)} ${n(y)} m ` +
        `${n(x + radius)} ${n(y + k)} ${n(x + k)} ${n(y + radius)} ${n(x)} ${n(y + radius)} c ` +
        `${n(x - k)} ${n(y + radius)} ${n(x - radius)} ${n(y + k)} ${n(x - radius)} ${n(y)} c ` +
        `${n(x - radius)} ${n(y - k)} ${n(x - k)} ${n(y - radius)} ${n(x)} ${n(y - radius)} c ` +
        `${n(x + k)} ${n(y - radius)} ${n(x + radius)} ${n(y - k)} ${n(x + radius)} ${n(y)} c S`,
    );
  }
}

export function fillOf([r, g, b]: Colour): string {
  return `${n(r)} ${n(g)} ${n(b)} rg`;
}

export function strokeOf([r, g, b]: Colour): string {
  return `${n(r)} ${n(g)} ${n(b)} RG`;
}
