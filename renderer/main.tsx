import './ui/theme/theme.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from '#renderer/features/shell/index.ts';
import { linkEngine } from '#renderer/lib/office/engine-link.ts';
import { shell } from '#renderer/lib/office/shell-bridge.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html lacks #root');
createRoot(root).render(
  <StrictMode>
    <App link={linkEngine(shell)} />
  </StrictMode>,
);
