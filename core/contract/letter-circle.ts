import { z } from 'zod';

import { positionIdSchema, userIdSchema } from '../office/entry.ts';

/**
 * Why a session sees no content of a secret letter: the idle lock closed the key; no key was handed over; what was
 * handed over was sealed to a key that was replaced since, or is damaged; the person is not on the letter's route.
 */
export const sealReasons = ['locked', 'keyMissing', 'keyUseless', 'outside'] as const;
export type SealReason = (typeof sealReasons)[number];

/** Who opens a secret letter, by positions on its route, and who else was handed its key. */
export const letterCircleSchema = z.object({
  /** Null while the session opens it. */
  reason: z.enum(sealReasons).nullable(),
  members: z.array(
    z.object({
      position: positionIdSchema,
      title: z.string(),
      holders: z.array(z.object({ user: userIdSchema, name: z.string(), hasKey: z.boolean() })),
    }),
  ),
  /** People with the key who hold no position on the route today: what they read cannot be unread. */
  others: z.array(z.object({ user: userIdSchema, name: z.string() })),
});
export type LetterCircle = z.infer<typeof letterCircleSchema>;
