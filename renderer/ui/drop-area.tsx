import type { ReactNode } from 'react';
import { Button, DropZone, FileTrigger, type FileDropItem, isFileDropItem } from 'react-aria-components';

import { Icon } from './icons/icon.tsx';

export interface DropAreaProps {
  readonly label: string;
  readonly accepts: readonly string[];
  /** Files dropped, pasted or chosen. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly className?: string;
}

/** A place for files: drop, paste, or press to choose. */
export function DropArea({ label, accepts, onFiles, className = 'h-36' }: DropAreaProps): ReactNode {
  async function take(items: readonly FileDropItem[]): Promise<void> {
    onFiles(await Promise.all(items.map(async (item) => item.getFile())));
  }
  return (
    <DropZone
      aria-label={label}
      onDrop={(event) => {
        void take(event.items.filter(isFileDropItem));
      }}
      className={`flex items-stretch rounded-control border border-dashed border-control data-[drop-target]:border-accent data-[drop-target]:bg-accent-soft ${className}`}
    >
      <FileTrigger
        allowsMultiple
        acceptedFileTypes={[...accepts]}
        onSelect={(files) => {
          if (files !== null) onFiles([...files]);
        }}
      >
        <Button className="flex flex-1 flex-col items-center justify-center gap-2 rounded-control px-3 text-12 text-ink-2 hover:bg-hover">
          <Icon name="inbox" size={20} />
          {label}
        </Button>
      </FileTrigger>
    </DropZone>
  );
}
