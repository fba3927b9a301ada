import { useState } from 'react';
import type { ReactNode } from 'react';

import { useAct } from '#renderer/lib/office/use-act.ts';

import { KitPage } from './kit-page.tsx';
import { isPassphrasePairReady } from './office-draft.ts';
import { RecovererPage } from './recoverer-page.tsx';
import { emptyRecoverer, recovererFaults } from './recoverer.ts';
import type { Recoverer } from './recoverer.ts';

/**
 * Two pages after the link: the kit with the folder, then who takes the office over. The kit is the office's root key, so
 * nothing of it is kept as a draft.
 */
export function RecoverOffice(props: {
  /** A recovery that broke off has the folder here already. */
  readonly hasShare: boolean;
  readonly onBack: () => void;
}): ReactNode {
  const [kit, setKit] = useState('');
  const [share, setShare] = useState('');
  const [person, setPerson] = useState<Recoverer>(emptyRecoverer);
  const [page, setPage] = useState<'kit' | 'person'>('kit');
  const [showsFaults, setShowsFaults] = useState(false);
  const recover = useAct('office.recover');
  const isKitReady = kit.trim() !== '' && (share !== '' || props.hasShare);
  const finish = async (passphrase: string, again: string) => {
    const known = person.isFormerAdmin ? [] : [person.name];
    const isReady =
      Object.keys(recovererFaults(person)).length === 0 && isPassphrasePairReady(passphrase, again, known);
    setShowsFaults(!isReady);
    if (!isReady) return;
    await recover.run({
      kit,
      share: share === '' ? null : share,
      person: person.isFormerAdmin ? null : { name: person.name, title: person.title, nip: person.nip },
      passphrase,
      deviceName: person.deviceName,
    });
  };
  if (page === 'kit') {
    return (
      <KitPage
        kit={kit}
        share={share}
        hasShare={props.hasShare}
        showsFaults={showsFaults}
        onKit={setKit}
        onShare={setShare}
        onBack={props.onBack}
        onNext={() => {
          setShowsFaults(!isKitReady);
          if (isKitReady) setPage('person');
        }}
      />
    );
  }
  return (
    <RecovererPage
      person={person}
      showsFaults={showsFaults}
      error={recover.error}
      isBusy={recover.isBusy}
      onChange={(part) => {
        recover.reset();
        setPerson({ ...person, ...part });
      }}
      onBack={() => {
        recover.reset();
        setShowsFaults(false);
        setPage('kit');
      }}
      onFinish={(passphrase, again) => void finish(passphrase, again)}
    />
  );
}
