import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';

import type { SessionView } from '#core/contract/answers.ts';
import type { AboutView } from '#core/contract/shell.ts';
import { shortHash } from '#renderer/features/sign/index.ts';
import { shell } from '#renderer/lib/office/shell-bridge.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Mark } from '#renderer/ui/icons/mark.tsx';

import { SettingsGroup, SettingsRow } from './settings-row.tsx';
import { settingsWords } from './words.ts';

/** What this program is and on what it runs; the development runtime says so. */
export function AboutSection({ session }: { readonly session: SessionView }): ReactNode {
  const t = useWords(settingsWords);
  const [about, setAbout] = useState<AboutView | null>(null);
  useEffect(() => {
    let isHere = true;
    void shell.readAbout().then((view) => {
      if (isHere) setAbout(view);
    });
    return () => {
      isHere = false;
    };
  }, []);
  if (about === null) return null;
  const { electron, chromium, node } = about;
  return (
    <SettingsGroup title={t('about')}>
      <div className="flex items-center gap-3 py-3">
        <Mark size={40} />
        <div className="selectable">
          <p className="text-16 font-semibold text-ink">Nirkertas</p>
          <p className="text-12 text-ink-2">
            {t('version')} {about.version}
          </p>
        </div>
      </div>
      {about.runtime === 'development' ? (
        <div className="pb-3">
          <Banner tone="warning" title={t('development')}>
            {t('developmentText', { electron })}
          </Banner>
        </div>
      ) : null}
      {about.demo ? (
        <div className="pb-3">
          <Banner tone="accent" title={t('demo')}>
            {t('demoDetail')}
            {about.canLeaveDemo ? (
              <div className="pt-2">
                <Button variant="secondary" size="dense" onPress={() => void shell.leaveDemo()}>
                  {t('leaveDemo')}
                </Button>
              </div>
            ) : null}
          </Banner>
        </div>
      ) : null}
      <SettingsRow label={t('runtime')}>{t('runtimeOfficial', { electron, chromium, node })}</SettingsRow>
      <SettingsRow label={t('dataFolder')}>
        <p className="break-all">{about.dataFolder}</p>
      </SettingsRow>
      {session.office === null ? null : (
        <>
          <SettingsRow label={t('office')}>{session.office.name}</SettingsRow>
          <SettingsRow label={t('officeId')}>{shortHash(session.office.id)}</SettingsRow>
        </>
      )}
      <SettingsRow label={t('license')}>{t('licenseText')}</SettingsRow>
    </SettingsGroup>
  );
}
