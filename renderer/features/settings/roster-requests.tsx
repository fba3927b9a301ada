import { useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeView } from '#core/contract/answers.ts';
import type { RosterRequestView } from '#core/contract/roster-views.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { Weighted } from '#renderer/ui/weighted.tsx';

import { AnswerDialog } from './answer-dialog.tsx';
import { useAskedWords } from './asked-words.ts';
import { requestWords } from './request-words.ts';
import { SettingsGroup } from './settings-row.tsx';

/** Answered requests that stand below the open ones before somebody asks for all. */
const ANSWERED_SHOWN = 5;

/** What admins asked of whoever writes the roster, and what became of it. */
export function RosterRequests(props: {
  readonly office: OfficeView;
  readonly isWriter: boolean;
}): ReactNode {
  const t = useWords(requestWords);
  const requests = useAsk('office.roster-requests', undefined);
  const [isAll, setAll] = useState(false);
  const [answering, setAnswering] = useState<{
    readonly request: RosterRequestView;
    readonly grants: boolean;
  } | null>(null);
  const all = requests.data ?? [];
  if (all.length === 0) return null;
  const open = all.filter(({ state }) => state === 'open');
  const answered = all.filter(({ state }) => state !== 'open');
  const shown = isAll ? answered : answered.slice(0, ANSWERED_SHOWN);
  const hidden = answered.length - shown.length;
  return (
    <SettingsGroup
      title={t('title')}
      {...(open.length === 0 ? {} : { detail: t('open', { count: open.length }) })}
    >
      <ul>
        {[...open, ...shown].map((request) => (
          <RequestRow
            key={request.request}
            request={request}
            office={props.office}
            onAnswer={props.isWriter ? (grants) => setAnswering({ request, grants }) : null}
          />
        ))}
      </ul>
      {hidden === 0 ? null : (
        <Button variant="link" className="mt-2" onPress={() => setAll(true)}>
          {t('more', { count: hidden })}
        </Button>
      )}
      {answering === null ? null : (
        <AnswerDialog
          key={answering.request.request}
          request={answering.request}
          grants={answering.grants}
          office={props.office}
          onClose={() => setAnswering(null)}
        />
      )}
    </SettingsGroup>
  );
}

function RequestRow(props: {
  readonly request: RosterRequestView;
  readonly office: OfficeView;
  /** Null for whoever only sees it. */
  readonly onAnswer: ((grants: boolean) => void) | null;
}): ReactNode {
  const t = useWords(requestWords);
  const format = useFormat();
  const asked = useAskedWords(props.office);
  const { request, onAnswer } = props;
  const { name, title, note, state } = request;
  return (
    <li className="flex items-center gap-3 border-b border-line px-2 py-2">
      <div className="selectable min-w-0 flex-1">
        <p className="text-13 text-ink">
          <Weighted text={asked(request.act)} />
        </p>
        <p className="text-12 text-ink-3">
          {t('by', { name, title, time: format.dayDateTime(request.time) })}{' '}
          {note === '' ? null : <span className="text-ink-2">{t('note', { note })}</span>}
        </p>
      </div>
      {state === 'open' && onAnswer !== null ? (
        <div className="flex shrink-0 gap-2">
          <Button size="dense" label={t('refuseOf', { name })} onPress={() => onAnswer(false)}>
            {t('refuse')}
          </Button>
          <Button size="dense" icon="check" label={t('grantOf', { name })} onPress={() => onAnswer(true)}>
            {t('grant')}
          </Button>
        </div>
      ) : (
        <RequestState request={request} writer={props.office.writer?.name ?? null} />
      )}
    </li>
  );
}

function RequestState(props: {
  readonly request: RosterRequestView;
  readonly writer: string | null;
}): ReactNode {
  const t = useWords(requestWords);
  const { state, answerNote } = props.request;
  const [icon, tone, said] =
    state === 'granted'
      ? (['checkCircle', 'text-success', t('granted')] as const)
      : state === 'refused'
        ? ([
            'crossCircle',
            'text-danger',
            answerNote === '' ? t('refused') : t('refusedNote', { note: answerNote }),
          ] as const)
        : ([
            'clock',
            'text-warning',
            props.writer === null
              ? t('waiting')
              : t('waitingFor', { name: props.writer.split(',')[0] ?? '' }),
          ] as const);
  return (
    <p className="selectable flex max-w-72 min-w-0 items-start gap-1 text-12 text-ink-2">
      <Icon name={icon} size={14} className={`mt-px ${tone}`} />
      <span className="min-w-0 break-words">{said}</span>
    </p>
  );
}
