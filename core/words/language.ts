/** Indonesian first, English second. */
export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

/** The tag for dates, numbers and sorting in that language. */
export const localeTags = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Language, string>;
