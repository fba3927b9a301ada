import { useState } from 'react';
import type { ReactNode } from 'react';

import { useDraft } from '#renderer/lib/office/use-draft.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';

import { AdminPage } from './admin-page.tsx';
import { keptTexts } from './kept-text.ts';
import {
  adminFaults,
  agendaStartOf,
  emptyOfficeDraft,
  isPassphrasePairReady,
  linesOf,
  officeFaults,
} from './office-draft.ts';
import type { OfficeDraft } from './office-draft.ts';
import { OfficePage } from './office-page.tsx';

const readDraft = keptTexts(emptyOfficeDraft);

/** Two pages after the choice: the office, then its administrator. Passphrases are never part of the draft. */
export function CreateOffice(props: { readonly onBack: () => void }): ReactNode {
  const { value, set, clear } = useDraft('first-run.office', emptyOfficeDraft, readDraft);
  const draft = value ?? emptyOfficeDraft;
  const [page, setPage] = useState<'office' | 'admin'>('office');
  const [showsFaults, setShowsFaults] = useState(false);
  const create = useAct('office.create');

  const change = (part: Partial<OfficeDraft>) => set({ ...draft, ...part });
  const toAdmin = () => {
    const isReady = Object.keys(officeFaults(draft)).length === 0;
    setShowsFaults(!isReady);
    if (isReady) setPage('admin');
  };
  const finish = async (passphrase: string, again: string) => {
    const known = [draft.name, draft.adminName];
    const agendaStart = agendaStartOf(draft.agendaStart);
    const isReady =
      Object.keys(adminFaults(draft)).length === 0 && isPassphrasePairReady(passphrase, again, known);
    setShowsFaults(!isReady);
    if (!isReady || agendaStart === null) return;
    const made = await create.run({
      share: draft.share,
      name: draft.name,
      letterhead: [...linesOf(draft.letterhead)],
      admin: { name: draft.adminName, title: draft.adminTitle, nip: draft.adminNip },
      units: [...linesOf(draft.units)],
      kit: draft.kit,
      passphrase,
      deviceName: draft.deviceName,
      agendaStart,
    });
    if (made?.ok === true) clear();
  };

  if (page === 'office') {
    return (
      <OfficePage
        draft={draft}
        faults={showsFaults ? officeFaults(draft) : {}}
        onChange={change}
        onBack={props.onBack}
        onNext={toAdmin}
      />
    );
  }
  return (
    <AdminPage
      draft={draft}
      faults={showsFaults ? adminFaults(draft) : {}}
      showsFaults={showsFaults}
      error={create.error}
      isBusy={create.isBusy}
      onChange={change}
      onBack={() => {
        setShowsFaults(false);
        setPage('office');
      }}
      onFinish={(passphrase, again) => void finish(passphrase, again)}
    />
  );
}
