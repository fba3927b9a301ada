/** A point of a plot in CSS pixels. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

/** Whole-number ticks from 0 to the first step that holds the highest value; at most four steps. */
export function ticksFor(highest: number): readonly number[] {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
  const step = steps.find((s) => highest <= s * 3) ?? Math.ceil(highest / 3);
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: Math.max(count, 3) + 1 }, (_, i) => i * step);
}

/** The points of a line over evenly spaced values, inside a box whose lower edge is zero. */
export function linePoints(
  values: readonly number[],
  top: number,
  box: { readonly width: number; readonly height: number },
): readonly PlotPoint[] {
  const gap = values.length > 1 ? box.width / (values.length - 1) : 0;
  return values.map((value, i) => ({
    x: i * gap,
    y: box.height - (top === 0 ? 0 : (value / top) * box.height),
  }));
}

/** The same points as an SVG path, rounded to a tenth of a pixel. */
export function pathOf(points: readonly PlotPoint[]): string {
  return points.map((p, i) => `${i === 0 ? 'M' : 'L'}${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join(' ');
}

/** The average of the counts, rounded to a whole number; 0 without any. */
export function roundedMean(counts: readonly number[]): number {
  if (counts.length === 0) return 0;
  return Math.round(counts.reduce((sum, n) => sum + n, 0) / counts.length);
}
