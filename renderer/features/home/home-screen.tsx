import type { HomeView, SessionView } from '#core/contract/answers.ts';
import { officeMinute } from '#core/office/office-day.ts';
import { useCommands } from '#renderer/lib/commands/use-commands.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useGo } from '#renderer/lib/places.ts';
import { useMinute } from '#renderer/lib/use-now.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { GarisKop } from '#renderer/ui/garis-kop.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { ScrollArea } from '#renderer/ui/scroll-area.tsx';

import { CounterLedger } from './counter-ledger.tsx';
import { LettersPerDay } from './letters-per-day.tsx';
import { MedianLine } from './median-line.tsx';
import { PressingTable } from './pressing-table.tsx';
import { UnitLoad } from './unit-load.tsx';
import { homeWords } from './words.ts';

function useGreeting(home: HomeView): string {
  const t = useWords(homeWords);
  const { lateMine: late, todayMine: today } = home;
  if (late > 0 && today > 0) return t('greetingBoth', { late, today });
  if (late > 0) return t('greetingLate', { late });
  if (today > 0) return t('greetingToday', { today });
  return t('greetingClear');
}

/** Beranda: a sentence, the ledger of counters, what presses, and how the office is doing. */
export function HomeScreen() {
  const home = useAsk('home.summary', undefined);
  const session = useAsk('session.state', undefined);
  if (home.data === undefined || session.data === undefined) {
    return home.error === null ? (
      <main aria-busy className="h-full min-w-0 flex-1 bg-sheet" />
    ) : (
      <main className="h-full min-w-0 flex-1 bg-sheet p-6">
        <ErrorNote error={home.error.officeError} />
      </main>
    );
  }
  return <HomeContent home={home.data} session={session.data} />;
}

function HomeContent({ home, session }: { readonly home: HomeView; readonly session: SessionView }) {
  const t = useWords(homeWords);
  const format = useFormat();
  const go = useGo();
  // Followed as it passes, so that a letter becomes late while the screen is open.
  const now = officeMinute(useMinute(), format.timeZone);
  const today = now.slice(0, 10);
  const greeting = useGreeting(home);
  const startLabel =
    home.lateMine > 0 ? t('startLate') : home.todayMine > 0 ? t('startToday') : t('startQueue');
  const firstMine = home.pressing.find((row) => row.mine);
  const start = () => (firstMine === undefined ? go.box('todo') : go.letter(firstMine.id));
  useCommands([
    { id: 'home.start', label: startLabel, keys: ['Enter'], group: 'queue', icon: 'tasks', run: start },
  ]);

  const isEmpty =
    home.pressingTotal === 0 &&
    home.perDay.every((d) => d.count === 0) &&
    home.units.every((unit) => unit.open === 0) &&
    Object.values(home.counters).every((counter) => counter.count === 0);
  return (
    <main className="flex h-full min-w-0 flex-1 bg-sheet">
      <ScrollArea className="flex-1">
        <div className="px-6 pt-4 pb-3">
          <header className="flex items-end gap-4 pb-3">
            <div className="min-w-0 flex-1">
              <p className="text-12 text-ink-3">{format.fullDate(today)}</p>
              <h1 className="text-20 font-semibold text-ink">{greeting}</h1>
            </div>
            <Button variant="primary" icon="tasks" shortcut="Enter" onPress={start}>
              {startLabel}
            </Button>
          </header>
          <GarisKop />
          <CounterLedger counters={home.counters} />
          {isEmpty ? (
            <FirstSteps session={session} />
          ) : (
            <div className="grid grid-cols-1 gap-x-6 gap-y-3.5 min-[1200px]:grid-cols-[minmax(0,1fr)_352px] pt-3.5">
              <div className="flex min-w-0 flex-col gap-3.5 pr-2">
                <PressingTable
                  rows={home.pressing}
                  total={home.pressingTotal}
                  linesBelow={home.units.length}
                  now={now}
                />
                <UnitLoad units={home.units} />
              </div>
              {/* The plots keep their width, since their words grow with it: side by side where they stand below. */}
              <div className="flex min-w-0 flex-wrap gap-x-6 gap-y-3.5 *:w-[352px] min-[1200px]:flex-col">
                <LettersPerDay days={home.perDay} today={today} />
                <MedianLine weeks={home.medianToDispose} promise={home.promiseDays} />
                {home.withinPromise === null ? null : (
                  <p className="text-12 text-ink-2">
                    {t('within', {
                      share: `${format.number(home.withinPromise * 100)}%`,
                      days: home.promiseDays,
                    })}
                  </p>
                )}
              </div>
            </div>
          )}
        </div>
      </ScrollArea>
    </main>
  );
}

/** The empty office: what to do first, for those who register and for those who wait. */
function FirstSteps({ session }: { readonly session: SessionView }) {
  const t = useWords(homeWords);
  const go = useGo();
  const mayRegister = session.me?.positions.some((p) => p.role === 'tu' || p.role === 'admin') ?? false;
  return (
    <section className="mx-auto mt-16 flex max-w-[480px] flex-col items-center gap-3 text-center">
      <span className="flex size-12 items-center justify-center rounded-full border border-line-strong bg-page text-ink-2">
        <Icon name="inbox" size={20} />
      </span>
      <h2 className="text-16 font-semibold text-ink">{t('firstTitle')}</h2>
      <p className="text-13 text-ink-2">{mayRegister ? t('firstText') : t('firstTextReader')}</p>
      {mayRegister ? (
        <Button variant="secondary" icon="plus" onPress={() => go.register()}>
          {t('firstRegister')}
        </Button>
      ) : null}
    </section>
  );
}
