import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';

import { offerToMemo } from '#renderer/features/memo/index.ts';
import { offerToRegister, offeredFile, offeredPath } from '#renderer/features/register/index.ts';
import { offerToVerify } from '#renderer/features/verify/index.ts';
import { receivedFiles } from '#renderer/lib/office/received-files.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useGo } from '#renderer/lib/places.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import type { IconName } from '#renderer/ui/icons/icon.tsx';

import { dropWords } from './words.ts';

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/** While files are dragged over the window: places to drop them on, by what is to become of them. */
export function WindowDrop(): ReactNode {
  const t = useWords(dropWords);
  const go = useGo();
  const session = useAsk('session.state', undefined);
  const [isDragging, setDragging] = useState(false);
  const mayRegister = session.data?.me?.positions.some((p) => p.role === 'tu' || p.role === 'admin') ?? false;

  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setDragging(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    // A drop beside every place must not make the window show the file.
    const onDrop = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
      setDragging(false);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  useEffect(
    () =>
      receivedFiles.giveTo((paths) => {
        offerToRegister(paths.map(offeredPath));
        go.register();
      }),
    [go],
  );

  if (!isDragging) return null;
  return (
    <section
      aria-label={t('overlay')}
      className="fixed inset-x-0 top-9 bottom-6 z-50 flex flex-col items-center justify-center gap-4 bg-desk/95 p-8"
    >
      <p className="text-16 font-semibold text-ink">{t('overlay')}</p>
      <div className="flex w-full max-w-[880px] gap-4">
        {mayRegister ? (
          <DropPlace
            icon="inbox"
            title={t('register')}
            detail={t('registerDetail')}
            onFiles={(files) => {
              offerToRegister(files.map(offeredFile));
              go.register();
            }}
          />
        ) : null}
        <DropPlace
          icon="memo"
          title={t('memo')}
          detail={t('memoDetail')}
          onFiles={([first]) => {
            if (first === undefined) return;
            offerToMemo(offeredFile(first));
            go.newMemo();
          }}
        />
        <DropPlace
          icon="shieldCheck"
          title={t('verify')}
          detail={t('verifyDetail')}
          onFiles={([first]) => {
            if (first === undefined) return;
            offerToVerify(first);
            go.verify();
          }}
        />
      </div>
    </section>
  );
}

function DropPlace(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  readonly onFiles: (files: readonly File[]) => void;
}): ReactNode {
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={`flex h-44 flex-1 flex-col items-center justify-center gap-1 rounded-popover border-2 border-dashed px-4 text-center ${isOver ? 'border-accent bg-accent-soft' : 'border-control bg-page'}`}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        props.onFiles([...event.dataTransfer.files]);
      }}
    >
      <Icon name={props.icon} size={24} className="mb-2 text-accent" />
      <p className="text-14 font-semibold text-ink">{props.title}</p>
      <p className="text-12 text-ink-2">{props.detail}</p>
    </div>
  );
}
