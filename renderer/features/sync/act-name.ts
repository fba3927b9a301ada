const groups = {
  letter: 'actLetter',
  memo: 'actMemo',
  number: 'actNumber',
  roster: 'actRoster',
} as const;

const acts = {
  'letter.registered': 'actRegistered',
  'letter.disposed': 'actDisposed',
  'letter.read': 'actRead',
  'letter.acknowledged': 'actAcknowledged',
  'letter.followed-up': 'actFollowedUp',
  'letter.finished': 'actFinished',
  'letter.returned': 'actReturned',
  'memo.proposed': 'actProposed',
  'memo.approved': 'actApproved',
  'memo.signed': 'actSigned',
} as const;

type ActName = (typeof acts)[keyof typeof acts] | (typeof groups)[keyof typeof groups] | 'actOther';

/** Which word names a kind of entry in a list; the letter itself tells the story. */
export function actName(type: string): ActName {
  const known = Object.entries(acts).find(([name]) => name === type);
  if (known !== undefined) return known[1];
  const [group = ''] = type.split('.');
  return Object.entries(groups).find(([name]) => name === group)?.[1] ?? 'actOther';
}
