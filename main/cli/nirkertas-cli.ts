/**
 * The command line of Nirkertas: the same engine without a window, for administrators, auditors and tests. In the
 * project `npm run -s cli -- …`, in an installed build `nirkertas-cli …`.
 */
import * as nodeModule from 'node:module';

// Newer Node keeps compiled scripts between runs, which halves the start; older ones do without.
if ('enableCompileCache' in nodeModule) nodeModule.enableCompileCache();

const { runCli } = await import('./program.ts');
process.exitCode = await runCli(process.argv.slice(2));
