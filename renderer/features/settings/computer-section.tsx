import type { ReactNode } from 'react';

import type { LocalSettings, SessionView } from '#core/contract/answers.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useGo } from '#renderer/lib/places.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segments } from '#renderer/ui/segments.tsx';
import { Select } from '#renderer/ui/select.tsx';

import { SettingsGroup, SettingsRow } from './settings-row.tsx';
import { settingsWords } from './words.ts';

const lockMinutes = [5, 10, 15, 30, 60] as const;

/** What belongs to this PC alone: folder, name, appearance, idle lock. Changes take effect at once. */
export function ComputerSection(props: {
  readonly session: SessionView;
  readonly settings: LocalSettings;
}): ReactNode {
  const t = useWords(settingsWords);
  const go = useGo();
  const { session, settings } = props;
  const sync = useAsk('sync.status', undefined);
  const save = useAct('settings.set');
  const leave = useAct('session.leave');
  const minutes = lockMinutes.some((m) => m === settings.idleLockMinutes)
    ? lockMinutes
    : [...lockMinutes, settings.idleLockMinutes].toSorted((a, b) => a - b);
  return (
    <>
      <SettingsGroup title={t('look')}>
        <SettingsRow label={t('language')}>
          <div className="w-72">
            <Segments
              label={t('language')}
              isLabelHidden
              segments={[
                { id: 'id', label: 'Bahasa Indonesia' },
                { id: 'en', label: 'English' },
              ]}
              value={settings.language}
              onChange={(language) => void save.run({ language })}
            />
          </div>
        </SettingsRow>
        <SettingsRow label={t('theme')}>
          <div className="w-72">
            <Segments
              label={t('theme')}
              isLabelHidden
              segments={[
                { id: 'system', label: t('themeSystem') },
                { id: 'light', label: t('themeLight'), icon: 'sun' },
                { id: 'dark', label: t('themeDark'), icon: 'moon' },
              ]}
              value={settings.theme}
              onChange={(theme) => void save.run({ theme })}
            />
          </div>
        </SettingsRow>
        <SettingsRow label={t('idleLock')} detail={t('idleLockDetail')}>
          <Select
            label={t('idleLock')}
            isLabelHidden
            className="w-36"
            options={minutes.map((m) => ({ id: String(m), label: t('minutes', { count: m }) }))}
            value={String(settings.idleLockMinutes)}
            onChange={(id) => void save.run({ idleLockMinutes: Number(id) })}
          />
        </SettingsRow>
      </SettingsGroup>
      <SettingsGroup title={t('computer')}>
        <SettingsRow label={t('deviceName')}>{session.device?.name ?? t('none')}</SettingsRow>
        <SettingsRow label={t('deviceUsers')}>
          <ul>
            {session.users.map((user) => (
              <li key={user.user}>
                {user.name} <span className="text-ink-3">{user.title}</span>
              </li>
            ))}
          </ul>
        </SettingsRow>
        <SettingsRow label={t('share')} detail={t('shareDetail')}>
          <p className="break-all">{sync.data?.path ?? t('none')}</p>
          <Button variant="link" onPress={go.sync}>
            {t('openSync')}
          </Button>
        </SettingsRow>
        <SettingsRow label={t('leave')} detail={t('leaveDetail')}>
          <Button
            variant="secondary"
            size="dense"
            icon="lock"
            isDisabled={leave.isBusy}
            onPress={() => {
              // The next person begins at home.
              go.home();
              void leave.run(undefined);
            }}
          >
            {t('leave')}
          </Button>
        </SettingsRow>
      </SettingsGroup>
    </>
  );
}
