import { fillOf, n, strokeOf } from './sheet.ts';
import type { Colour, Sheet } from './sheet.ts';

/** Colours of an invented coat of arms. */
export interface CrestColours {
  readonly field: Colour;
  readonly border: Colour;
  readonly charge: Colour;
  readonly water: Colour;
}

export const cityCrest: CrestColours = {
  field: [0.09, 0.37, 0.24],
  border: [0.78, 0.6, 0.16],
  charge: [1, 1, 1],
  water: [0.36, 0.66, 0.8],
};

export const provinceCrest: CrestColours = {
  field: [0.12, 0.2, 0.42],
  border: [0.78, 0.6, 0.16],
  charge: [0.98, 0.86, 0.42],
  water: [0.62, 0.78, 0.9],
};

export const greyCrest: CrestColours = {
  field: [0.25, 0.25, 0.26],
  border: [0.12, 0.12, 0.13],
  charge: [1, 1, 1],
  water: [0.72, 0.72, 0.74],
};

/** Outline of a shield in a box 100 wide and 124 high. */
function shield(inset: number): string {
  const [l, r, t] = [4 + inset, 96 - inset, 120 - inset];
  const m = 50;
  return (
    `${n(m)} ${n(t + 2)} m ${n(66)} ${n(t - 5)} ${n(82)} ${n(t - 4)} ${n(r)} ${n(t - 8)} c ` +
    `${n(r)} ${n(58)} l ${n(r)} ${n(30 + inset)} ${n(74)} ${n(14 + inset)} ${n(m)} ${n(3 + inset * 1.3)} c ` +
    `${n(26)} ${n(14 + inset)} ${n(l)} ${n(30 + inset)} ${n(l)} ${n(58)} c ` +
    `${n(l)} ${n(t - 8)} l ${n(18)} ${n(t - 4)} ${n(34)} ${n(t - 5)} ${n(m)} ${n(t + 2)} c h`
  );
}

function star(x: number, y: number, radius: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = Math.PI / 2 + (index * Math.PI) / 5;
    const r = index % 2 === 0 ? radius : radius * 0.42;
    return `${n(x + r * Math.cos(angle))} ${n(y + r * Math.sin(angle))}`;
  });
  return `${points.map((p, index) => `${p} ${index === 0 ? 'm' : 'l'}`).join(' ')} h`;
}

/** A stepped gate in two halves, as old Javanese city gates stand. */
function gate(): string {
  const half = [
    [47, 44],
    [47, 84],
    [44, 80],
    [42, 80],
    [42, 71],
    [38, 71],
    [38, 61],
    [34, 61],
    [34, 52],
    [29, 52],
    [29, 44],
  ] as const;
  const path = (mirror: boolean) =>
    half.map(([x, y], index) => `${n(mirror ? 100 - x : x)} ${n(y)} ${index === 0 ? 'm' : 'l'}`).join(' ');
  return `${path(false)} h ${path(true)} h`;
}

function wave(y: number): string {
  let path = `18 ${n(y)} m`;
  for (let x = 18; x < 82; x += 16) {
    path += ` ${n(x + 4)} ${n(y + 5)} ${n(x + 8)} ${n(y + 5)} ${n(x + 8)} ${n(y)} c`;
    path += ` ${n(x + 8)} ${n(y - 5)} ${n(x + 12)} ${n(y - 5)} ${n(x + 16)} ${n(y)} c`;
  }
  return path;
}

/** Draws the coat of arms with its lower left corner at a point, `height` points high. */
export function drawCrest(sheet: Sheet, x: number, y: number, height: number, colours: CrestColours): void {
  const scale = height / 124;
  sheet.raw(`q ${n(scale)} 0 0 ${n(scale)} ${n(x)} ${n(y)} cm`);
  sheet.raw(`${fillOf(colours.border)} ${shield(0)} f`);
  sheet.raw(`${fillOf(colours.field)} ${shield(5)} f`);
  sheet.raw(`q ${shield(5)} W n ${fillOf(colours.water)} 0 0 100 40 re f`);
  sheet.raw(`${strokeOf(colours.charge)} 2.6 w 1 J ${wave(33)} S ${wave(24)} S ${wave(15)} S Q`);
  sheet.raw(`${fillOf(colours.charge)} ${gate()} f`);
  sheet.raw(`${fillOf(colours.border)} ${star(50, 97, 9)} f`);
  sheet.raw(`${strokeOf(colours.border)} 1.2 w ${shield(8)} S Q`);
}
