import { openEngine } from '#main/engine/engine.ts';

/** Fills the sample office in the folder given and kills itself when some of the story is told. */
const [dir = '', now = '0'] = process.argv.slice(2);
await openEngine(
  { dir, share: null, demo: true, appVersion: '0.0.0' },
  {
    background: false,
    machineId: 'sample',
    clock: () => Number(now),
    progress: (share) => {
      if (share > 0.6) process.kill(process.pid, 'SIGKILL');
    },
  },
);
