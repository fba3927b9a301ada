import { describe, expect, it } from 'vitest';

import type { LocalSettings, SessionView } from '#core/contract/answers.ts';
import { recallLock, rememberLock } from '#renderer/lib/office/remembered-lock.ts';

const settings: LocalSettings = { language: 'en', theme: 'dark', idleLockMinutes: 15 };

const session: SessionView = {
  state: 'locked',
  office: { id: 'o', name: 'Dinas Arsip', letterhead: [], timeZone: 'Asia/Jakarta' },
  demo: false,
  device: null,
  users: [{ user: 'u', name: 'Sari', title: 'Kepala' }],
  me: null,
  pending: null,
};

function memory(text?: string) {
  const kept = new Map<string, string>(text === undefined ? [] : [['lock-screen', text]]);
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('the lock screen of the last start', () => {
  it('comes back with names, language and theme, and nothing else', () => {
    const kept = memory();
    rememberLock(session, settings, kept);
    expect(recallLock(kept)).toEqual({
      officeName: 'Dinas Arsip',
      users: session.users,
      language: 'en',
      theme: 'dark',
    });
  });

  it('is forgotten when the PC has no office, and left alone by a visit to the sample office', () => {
    const kept = memory();
    rememberLock(session, settings, kept);
    rememberLock({ ...session, demo: true, users: [] }, settings, kept);
    expect(recallLock(kept)).not.toBeNull();
    rememberLock({ ...session, state: 'none', office: null }, settings, kept);
    expect(recallLock(kept)).toBeNull();
  });

  it.each(['', '{', 'null', '7', '[]', '{"officeName":"A","users":[{}],"language":"id","theme":"light"}'])(
    'is none when %j is what was kept',
    (text) => {
      expect(recallLock(memory(text))).toBeNull();
    },
  );
});
