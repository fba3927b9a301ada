import './ui/theme/theme.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from '#renderer/features/shell/index.ts';
import { linkEngine } from '#renderer/lib/office/engine-link.ts';
import { receivedFiles } from '#renderer/lib/office/received-files.ts';
import { recallLock } from '#renderer/lib/office/remembered-lock.ts';
import { shell } from '#renderer/lib/office/shell-bridge.ts';
import { applySettings } from '#renderer/lib/settings.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html lacks #root');
const lastLock = recallLock();
if (lastLock !== null) applySettings(lastLock);
receivedFiles.listen(shell);
createRoot(root).render(
  <StrictMode>
    <App link={linkEngine(shell)} />
  </StrictMode>,
);
