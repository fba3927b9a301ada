import type { ReplayProgress, ShareAlert } from '#main/engine/share/sync-store.ts';

import { DocumentLedger } from './share-test-documents.ts';

/** What the ways to the share tell a store beside entries: alerts, and how far taking in has come. */
export class NoteLedger extends DocumentLedger {
  readonly alerts: ShareAlert[] = [];
  readonly progress: (ReplayProgress | null)[] = [];
  paused = false;

  alert(alert: ShareAlert): void {
    this.alerts.push(alert);
  }

  clearAlerts(file: string): void {
    for (let at = this.alerts.length - 1; at >= 0; at -= 1) {
      if (this.alerts[at]?.file === file) this.alerts.splice(at, 1);
    }
  }

  replayed(progress: ReplayProgress | null): void {
    this.progress.push(progress);
  }

  readingPaused(): boolean {
    return this.paused;
  }

  /** It folds nothing, so nothing is ever left over. */
  settleSome(): boolean {
    return false;
  }

  foldSome(): boolean {
    return false;
  }
}
