/**
 * Switches for running Electron from the project, which an installed app never gets.
 *
 * @param options quiet: leave out Chromium's own complaints, as about the desktop bus that a virtual screen lacks
 */
export function developmentSwitches({ quiet }: { quiet: boolean }): string[] {
  // Chromium's sandbox refuses to run as root; an ordinary user keeps it.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return quiet ? [...asRoot, '--log-level=3'] : asRoot;
}
