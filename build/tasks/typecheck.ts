/** All of the project's TypeScript: `npm run typecheck`. */
import { runChecks } from './checks.ts';

process.exitCode = runChecks(['typecheck']).failed > 0 ? 1 : 0;
