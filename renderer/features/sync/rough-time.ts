/** A remaining time as one says it; `count` in the unit of the key. */
export interface RoughTime {
  readonly key: 'timeLeftSoon' | 'timeLeftSeconds' | 'timeLeftMinutes' | 'timeLeftHours';
  readonly count: number;
}

/** A remaining time in seconds as people say it: finer than that a guess pretends to know. */
export function roughTime(seconds: number): RoughTime {
  if (seconds < 5) return { key: 'timeLeftSoon', count: 0 };
  if (seconds < 60) return { key: 'timeLeftSeconds', count: Math.ceil(seconds / 5) * 5 };
  if (seconds < 90 * 60) return { key: 'timeLeftMinutes', count: Math.ceil(seconds / 60) };
  return { key: 'timeLeftHours', count: Math.ceil(seconds / 3600) };
}
