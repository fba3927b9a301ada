import { expect, it } from 'vitest';

import type { ShareFs } from '#main/engine/share/share-fs.ts';
import { NodeShareFs } from '#main/engine/share/node-share-fs.ts';

import { PASSPHRASE, register, testOffice, twoPcs } from './office-pcs.ts';

/** The real share behind a gate: `hold` makes every listing wait until `release`. */
function gatedShare(): { fs: (path: string) => ShareFs; hold: () => void; release: () => void } {
  let open = Promise.resolve();
  let release = () => {};
  return {
    hold: () => {
      open = new Promise((resolve) => {
        release = resolve;
      });
    },
    release: () => release(),
    fs: (path) => {
      const real = new NodeShareFs(path);
      return {
        list: async (folder) => {
          await open;
          return real.list(folder);
        },
        read: (file, limit) => real.read(file, limit),
        stat: (file) => real.stat(file),
        writeNew: (file, bytes) => real.writeNew(file, bytes),
        makeFolder: (file) => real.makeFolder(file),
        rename: (from, to) => real.rename(from, to),
        remove: (file) => real.remove(file),
        counters: () => real.counters(),
      };
    },
  };
}

it('closes the store only after a pass that somebody asked for is through', async () => {
  const office = testOffice();
  const { tu, headPosition } = await twoPcs(office);
  await register(tu, headPosition);
  const user = (await tu.call('session.state', undefined)).users[0]?.user ?? '';
  await tu.engine.close();

  const gate = gatedShare();
  const again = await office.open('tu', { shareFs: gate.fs });
  await again.call('session.unlock', { user, passphrase: PASSPHRASE });
  gate.hold();
  const pass = again.engine.call('sync.now', undefined);
  const closed = again.engine.close();
  gate.release();
  expect(await pass).toMatchObject({ ok: true, value: { share: 'online' } });
  await closed;
});
