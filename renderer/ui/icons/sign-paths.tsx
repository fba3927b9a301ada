import type { ReactNode } from 'react';

/** Signs and tools: states, arrows, window and page controls. 16 grid, drawn for a 1.5 px round stroke. */
export const signPaths = {
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.4 10.4 3.35 3.35" />
    </>
  ),
  plus: <path d="M8 2.5v11M2.5 8h11" />,
  minus: <path d="M2.5 8h11" />,
  close: <path d="m3.5 3.5 9 9M12.5 3.5l-9 9" />,
  maximize: <rect x="3" y="3" width="10" height="10" />,
  restore: <path d="M5.25 5.25v-2.5h8v8h-2.5M2.75 5.25h8v8h-8z" />,
  check: <path d="m2.75 8.5 3.5 3.5 7-8" />,
  checkCircle: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="m5.25 8.25 2 2 3.5-4.25" />
    </>
  ),
  crossCircle: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="m6 6 4 4M10 6l-4 4" />
    </>
  ),
  alertCircle: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.75V8.5M8 11v.05" />
    </>
  ),
  infoCircle: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.5v3.75M8 5v.05" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.25 1.5" />
    </>
  ),
  warning: (
    <path d="M7.25 2.6 1.5 12.5a.87.87 0 0 0 .75 1.25h11.5a.87.87 0 0 0 .75-1.25L8.75 2.6a.87.87 0 0 0-1.5 0zM8 6.25v3.25M8 11.6v.05" />
  ),
  calendar: (
    <path d="M2.25 4.1a.85.85 0 0 1 .85-.85h9.8a.85.85 0 0 1 .85.85v8.8a.85.85 0 0 1-.85.85H3.1a.85.85 0 0 1-.85-.85zM2.25 6.75h11.5M5.25 1.75v2.75M10.75 1.75v2.75" />
  ),
  lock: (
    <path d="M3.25 7.85A.6.6 0 0 1 3.85 7.25h8.3a.6.6 0 0 1 .6.6v5.3a.6.6 0 0 1-.6.6H3.85a.6.6 0 0 1-.6-.600zM5.25 7.25V5a2.75 2.75 0 0 1 5.5 0v2.25" />
  ),
  unlock: (
    <path d="M3.25 7.85A.6.6 0 0 1 3.85 7.25h8.3a.6.6 0 0 1 .6.6v5.3a.6.6 0 0 1-.6.6H3.85a.6.6 0 0 1-.6-.600zM5.25 7.25V4.5a2.75 2.75 0 0 1 5.3-1" />
  ),
  shield: <path d="M8 1.75 13 3.5v4.25c0 3-2 5.25-5 6.5-3-1.25-5-3.5-5-6.5V3.5z" />,
  shieldCheck: (
    <path d="M8 1.75 13 3.5v4.25c0 3-2 5.25-5 6.5-3-1.25-5-3.5-5-6.5V3.5zM5.5 7.75l1.85 1.85 3.15-3.6" />
  ),
  shieldCross: (
    <path d="M8 1.75 13 3.5v4.25c0 3-2 5.25-5 6.5-3-1.25-5-3.5-5-6.5V3.5zM6.25 6l3.5 3.5M9.75 6l-3.5 3.5" />
  ),
  shieldAlert: <path d="M8 1.75 13 3.5v4.25c0 3-2 5.25-5 6.5-3-1.25-5-3.5-5-6.5V3.5zM8 5v3M8 10.25v.05" />,
  arrowUp: <path d="M8 13.5v-11M3.75 6.5 8 2.25l4.25 4.25" />,
  arrowDown: <path d="M8 2.5v11M3.75 9.5 8 13.75l4.25-4.25" />,
  arrowRight: <path d="M2.5 8h11M9.5 3.75 13.75 8 9.5 12.25" />,
  chevronUp: <path d="m3.25 10.25 4.75-4.75 4.75 4.75" />,
  chevronDown: <path d="M3.25 5.75 8 10.5l4.75-4.75" />,
  chevronLeft: <path d="M10.25 3.25 5.5 8l4.75 4.75" />,
  chevronRight: <path d="M5.75 3.25 10.5 8l-4.75 4.75" />,
  chevronsUp: <path d="M3.25 8 8 3.25 12.75 8M3.25 13 8 8.25 12.75 13" />,
  reply: <path d="M6 3.25 2 7.25l4 4M2 7.25h7.5a4 4 0 0 1 4 4v1.5" />,
  undo: <path d="M5.5 2.25 2.25 5.5 5.5 8.75M2.25 5.5h7.25a4 4 0 0 1 0 8H6" />,
  forward: <path d="m10 3.25 4 4-4 4M14 7.25H6.5a4 4 0 0 0-4 4v1.5" />,
  refresh: <path d="M13.5 8A5.5 5.5 0 1 1 11.6 3.85L13.5 5.5M13.5 1.9v3.6H9.9" />,
  more: <path d="M3 8v.05M8 8v.05M13 8v.05" strokeWidth="2" />,
  thumbnails: <path d="M2.25 2.75h11.5v10.5H2.25zM6 2.75v10.5" />,
  fitWidth: <path d="M2 3v10M14 3v10M4.75 8h6.5M6.5 6 4.5 8l2 2M9.5 6l2 2-2 2" />,
  columns: <path d="M2.25 2.75h4.5v10.5h-4.5zM9.25 2.75h4.5v10.5h-4.5z" />,
  eye: (
    <>
      <path d="M1.25 8S3.75 3.5 8 3.5 14.75 8 14.75 8 12.25 12.5 8 12.5 1.25 8 1.25 8z" />
      <circle cx="8" cy="8" r="1.75" />
    </>
  ),
  eyeOff: (
    <path d="M6.25 3.75A6.5 6.5 0 0 1 8 3.5c4.25 0 6.75 4.5 6.75 4.5a11.5 11.5 0 0 1-1.85 2.35M10.75 11.95A6.3 6.3 0 0 1 8 12.5C3.75 12.5 1.25 8 1.25 8A11.7 11.7 0 0 1 4.5 4.65M2 2l12 12" />
  ),
  sliders: (
    <>
      <path d="M1.5 4.75h6.25M12.25 4.75h2.25M1.5 11.25h2.25M8.25 11.25h6.25" />
      <circle cx="10" cy="4.75" r="2" />
      <circle cx="6" cy="11.25" r="2" />
    </>
  ),
  globe: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M2 8h12M8 2c2 2 2.75 4 2.75 6S10 12 8 14c-2-2-2.75-4-2.75-6S6 4 8 2z" />
    </>
  ),
  download: <path d="M8 2v8.5M4.25 7 8 10.75 11.75 7M2.5 13.75h11" />,
  move: (
    <path d="M8 1.5v13M1.5 8h13M6.25 3.25 8 1.5l1.75 1.75M6.25 12.75 8 14.5l1.75-1.75M3.25 6.25 1.5 8l1.75 1.75M12.75 6.25 14.5 8l-1.75 1.75" />
  ),
  offline: (
    <path d="M2 2l12 12M4 5.5A3.5 3.5 0 0 0 4.25 12.5H11M6.75 3.7A4 4 0 0 1 11.9 6.6a3 3 0 0 1 1.7 4.8" />
  ),
  pause: <path d="M5.5 3v10M10.5 3v10" />,
  copy: <path d="M5.75 5.75h7.5v8h-7.5zM10.25 5.75v-3.5h-7.5v8h3" />,
  trash: <path d="M2.25 4h11.5M6 4V2.25h4V4M3.5 4l.6 9.75h7.8L12.5 4M6.5 6.75v4M9.5 6.75v4" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1.25v1.5M8 13.25v1.5M1.25 8h1.5M13.25 8h1.5M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M12.8 3.2l-1.1 1.1M4.3 11.7l-1.1 1.1" />
    </>
  ),
  moon: <path d="M13.5 9.75A5.9 5.9 0 0 1 6.25 2.5a5.9 5.9 0 1 0 7.25 7.25z" />,
} satisfies Record<string, ReactNode>;
