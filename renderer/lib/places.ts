import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';

/** The lists of the rail, by the engine's names. */
export const boxPlaces = ['todo', 'incoming', 'memos', 'dispositions'] as const;
export type BoxPlace = (typeof boxPlaces)[number];

/** Where one can go. */
export interface Go {
  readonly home: () => void;
  readonly box: (
    box: BoxPlace,
    filter?: { readonly letter?: string; readonly kinds?: readonly string[]; readonly unread?: boolean },
  ) => void;
  /** A letter by itself, from search, a notification or a link. */
  readonly letter: (letter: string) => void;
  readonly register: () => void;
  readonly newMemo: () => void;
  readonly reviseMemo: (letter: string) => void;
  readonly sign: (letter: string, act: 'initials' | 'sign') => void;
  readonly settings: (section?: string) => void;
  /** The book of numbers. */
  readonly numbers: () => void;
  readonly sync: () => void;
  readonly verify: () => void;
  readonly back: () => void;
}

/** Typed navigation; the paths stand here and in the route tree, nowhere else. */
export function useGo(): Go {
  const navigate = useNavigate();
  return useMemo(() => {
    const to = (path: string, search: Record<string, unknown> = {}) => {
      void navigate({ to: path, search });
    };
    return {
      home: () => {
        to('/');
      },
      box: (box, filter = {}) => {
        to(`/box/${box}`, { ...filter });
      },
      letter: (letter) => {
        to(`/letter/${letter}`);
      },
      register: () => {
        to('/register');
      },
      newMemo: () => {
        to('/memo/new');
      },
      reviseMemo: (letter) => {
        to(`/memo/revise/${letter}`);
      },
      sign: (letter, act) => {
        to(`/sign/${letter}`, { act });
      },
      settings: (section = 'person') => {
        to(`/settings/${section}`);
      },
      numbers: () => {
        to('/numbers');
      },
      sync: () => {
        to('/sync');
      },
      verify: () => {
        to('/verify');
      },
      back: () => {
        window.history.back();
      },
    };
  }, [navigate]);
}
