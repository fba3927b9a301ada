/** The one linter, with the project's own rules: `npm run lint`. */
import { runChecks } from './checks.ts';

process.exitCode = runChecks(['lint'], process.argv.slice(2)).failed > 0 ? 1 : 0;
