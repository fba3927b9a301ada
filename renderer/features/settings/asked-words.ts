import type { OfficeView } from '#core/contract/answers.ts';
import type { RosterRequestView } from '#core/contract/roster-views.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';

import { requestWords } from './request-words.ts';
import { settingsWords } from './words.ts';

type Act = RosterRequestView['act'];

/** Says in one sentence what a request would change, against the roster as it is now. */
export function useAskedWords(office: OfficeView): (act: Act) => string {
  const t = useWords(requestWords);
  const settings = useWords(settingsWords);
  const words = useOfficeWords();
  const format = useFormat();
  const unitName = (id: string | null) =>
    office.units.find((unit) => unit.id === id)?.name ?? settings('noUnit');
  const personName = (id: string) => office.people.find(({ user }) => user === id)?.name ?? t('someone');

  function unitWords({ unit, name, code }: Extract<Act, { type: 'roster.unit-set' }>['body']): string {
    const old = office.units.find(({ id }) => id === unit)?.name;
    if (old === undefined) return code === '' ? t('newUnitNoCode', { name }) : t('newUnit', { name, code });
    // Also what was granted since: the roster says the same by now.
    if (old === name) return code === '' ? t('sameUnitNoCode', { name }) : t('sameUnit', { name, code });
    return code === '' ? t('changedUnitNoCode', { old, name }) : t('changedUnit', { old, name, code });
  }
  function positionWords(body: Extract<Act, { type: 'roster.position-set' }>['body']): string {
    const old = office.positions.find(({ id }) => id === body.position)?.title;
    const said = { title: body.title, unit: unitName(body.unit), role: words.role[body.role] };
    if (old === body.title) return t('samePosition', said);
    return old === undefined ? t('newPosition', said) : t('changedPosition', { ...said, old });
  }
  function holderWords(body: Extract<Act, { type: 'roster.holder-set' }>['body']): string {
    const title = office.positions.find(({ id }) => id === body.position)?.title ?? t('somePosition');
    const position = body.standing === 'definitive' ? title : `${words.standing[body.standing]} ${title}`;
    const said = { person: personName(body.user), position, from: format.longDate(body.from) };
    const holder =
      body.until === null
        ? t('holder', said)
        : t('holderUntil', { ...said, until: format.longDate(body.until) });
    return body.decision === '' ? holder : t('holderDecision', { holder, decision: body.decision });
  }
  function closingWords(body: Extract<Act, { type: 'roster.logs-closed' }>['body']): string {
    const reason = body.reason === 'passphrase' ? settings('keyClosed') : settings(`reason_${body.reason}`);
    return t('closing', { person: personName(body.user), reason });
  }
  return (act) => {
    switch (act.type) {
      case 'roster.unit-set':
        return unitWords(act.body);
      case 'roster.position-set':
        return positionWords(act.body);
      case 'roster.holder-set':
        return holderWords(act.body);
      case 'roster.logs-closed':
        return closingWords(act.body);
    }
  };
}
