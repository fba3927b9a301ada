import { earlierLetters } from '../letters/earlier-letters.ts';
import type { IncomingText } from '../letters/incoming-text.ts';
import type { PositionKey, Who } from './people.ts';
import { dispose, finish, read } from './steps.ts';
import type { IncomingFate } from './steps.ts';

/** Working days ago on which each arrived, and working days until its disposition; about two letters a week. */
const pace: readonly (readonly [daysAgo: number, wait: number])[] = [
  [11, 1],
  [14, 1],
  [16, 2],
  [18, 2],
  [21, 2],
  [24, 2],
  [26, 1],
  [28, 1],
  [31, 2],
  [34, 2],
  [36, 2],
  [39, 2],
  [42, 3],
  [44, 3],
  [47, 2],
  [50, 2],
  [53, 3],
  [57, 3],
];

/** The first day of the story, in working days ago: the office was made then. */
export const FOUNDED: number = 62;

const routes: readonly { readonly position: PositionKey; readonly who: Who; readonly note: string }[] = [
  { position: 'tik', who: 'arif', note: 'Mohon ditindaklanjuti.' },
  { position: 'statistik', who: 'hendra', note: 'Siapkan datanya.' },
  { position: 'sekretaris', who: 'bambang', note: 'Wakili dan laporkan.' },
  { position: 'umum', who: 'yuliana', note: 'Selesaikan sesuai jadwal.' },
  { position: 'ikp', who: 'siti', note: 'Koordinasikan dengan pengirim.' },
];

/** Letters of the weeks before, each disposed of once and finished. */
export const earlierFates: readonly { readonly text: IncomingText; readonly fate: IncomingFate }[] =
  earlierLetters.flatMap((text, index) => {
    const [daysAgo, wait] = pace[index] ?? [FOUNDED - 1, 1];
    const route = routes[index % routes.length];
    if (route === undefined) return [];
    const minute = String(10 + (index % 4) * 12);
    const fate: IncomingFate = {
      received: [daysAgo, `08:${minute}`],
      steps: [
        read('ratna', [daysAgo, `13:${minute}`]),
        dispose('ratna', [daysAgo - wait, `09:${minute}`], {
          as: 'a',
          to: [route.position],
          instructions: ['tindaklanjuti'],
          note: route.note,
          due: [wait + 3 - daysAgo],
        }),
        finish(route.who, [daysAgo - wait - 1, `14:${minute}`], 'a', 'Selesai.'),
      ],
    };
    return [{ text, fate }];
  });
