/**
 * What the commands say while they set things up. Everything goes to stderr, so that a command's own output
 * (a summary, a JSON document) stays alone on stdout.
 */

/**
 * Says which piece of work begins or was found done.
 * @param {string} text one sentence, without a final stop
 */
export function say(text) {
  process.stderr.write(`[nirkertas] ${text}\n`);
}

/**
 * Ends the process with a message that says what happened and what to do.
 * @param {string} text what happened and what to type
 * @returns {never}
 */
export function stop(text) {
  process.stderr.write(`\n[nirkertas] ${text}\n`);
  process.exit(1);
}

/** From here on, an error that nothing catches ends the process with its message and without a stack. */
export function stopAtErrors() {
  process.on('uncaughtException', (error) => stop(error.message));
}
