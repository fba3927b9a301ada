import type { ErrorSentence } from './error-sentences.ts';
import type { letterErrorsId } from './errors-letter.id.ts';

const unchanged = 'The letter has not changed.';
const typedKept = 'What you typed is still there.';
const notSigned = 'The letter was not signed and has not changed.';
const keyKept = 'The certificate in use has not changed.';

/** Sentences about acts on letters, certificates and signing. */
export const letterErrorsEn: Readonly<Record<keyof typeof letterErrorsId, ErrorSentence>> = {
  'letter-not-found': [
    'This letter does not exist, or you may not read it.',
    'Nothing has changed.',
    'Go back to the list and choose another letter.',
  ],
  'act-not-allowed': [
    'Your position cannot do this on this letter.',
    unchanged,
    'See the trail: the letter may have moved on.',
  ],
  'act-already-done': ['This has been done already.', unchanged, 'See the trail for who did it and when.'],
  'act-other-revision': [
    'The document was replaced since you opened it.',
    'You have not approved anything.',
    'Read the new one, then decide.',
  ],
  'act-not-in-turn': [
    'It is not your turn yet.',
    unchanged,
    'Wait for the initials or signature before yours.',
  ],
  'act-closed': ['This letter is closed.', unchanged, 'Start a new letter if something is left to do.'],
  'act-unsettled': [
    'Two acts on this letter contradict each other and nobody has decided yet.',
    unchanged,
    'See both above the document; once it is decided, the letter goes on.',
  ],
  'not-registry': [
    'Another computer keeps this book of numbers.',
    'No number was used or given up.',
    'Ask its keeper to do this; the administrator can hand the book over.',
  ],
  'number-none': [
    'There is no number to give yet: the next ceiling was not read back from the shared folder.',
    unchanged,
    'Connect the shared folder, wait until it is in sync, then try again.',
  ],
  'number-not-shared': [
    'No other letter has the number of this one.',
    unchanged,
    'An inserted number is only for letters with the same number.',
  ],
  'number-taken': [
    'Another letter has this inserted number already.',
    unchanged,
    'Choose the next letter of the alphabet.',
  ],
  'act-suspended': [
    'What this act rests on is suspended.',
    unchanged,
    'Wait until the administrator releases it, or go on from another act that counts.',
  ],
  'letter-newer': [
    'This letter holds an act by a newer Nirkertas, so here it can only be read.',
    'All its entries are kept whole. Nothing has changed.',
    'Update Nirkertas on this computer, then go on.',
  ],
  'act-too-large': [
    'There is too much text and too many recipients for one act.',
    typedKept,
    'Shorten the notes, or split the recipients over several dispositions.',
  ],
  'letter-key-missing': [
    'The content of this secret letter is not open to you.',
    unchanged,
    'Unlock with your passphrase. If it stays closed, ask someone who reads the letter to hand its key to you.',
  ],
  'position-vacant': [
    'Nobody holds that position, so there is nobody to take the key of the letter.',
    unchanged,
    'Ask the administrator to name its holder under Settings, then hand the key on.',
  ],
  'letter-duplicate': [
    'This letter may be registered already.',
    'Nothing was saved.',
    'Compare it with the letter found, then attach it there or save it as another letter.',
  ],
  'disposition-read': [
    'The disposition has been read and cannot be recalled.',
    'It stays in force.',
    'Send the recipient another one.',
  ],
  'recipient-unknown': [
    'This recipient is not among the positions.',
    typedKept,
    'Choose a position from the list.',
  ],
  'recipient-self': ['A disposition cannot go to your own position.', typedKept, 'Choose another position.'],
  'due-in-past': ['The due date has passed.', typedKept, 'Write today or a later day.'],
  'chain-no-signatory': ['There is no signatory yet.', typedKept, 'Add at least one signatory.'],
  'certificate-none': [
    'You have no certificate yet.',
    notSigned,
    'Open Settings, Certificate and choose the office certificate or a P12 file.',
  ],
  'certificate-expired': [
    'Your certificate is no longer valid.',
    notSigned,
    'Ask for a new one and install it in Settings.',
  ],
  'certificate-not-yet-valid': [
    'The certificate is not valid yet.',
    notSigned,
    'Check the date of the PC, or wait until it is.',
  ],
  'certificate-key-mismatch': [
    'Certificate and key do not belong together.',
    keyKept,
    'Ask the issuer for a complete P12 file.',
  ],
  'certificate-not-for-signing': [
    'This certificate was not issued for signing.',
    keyKept,
    'Use a certificate for electronic signatures.',
  ],
  'certificate-unreadable': ['The certificate cannot be read.', keyKept, 'Ask the issuer for a new file.'],
  'p12-unreadable': [
    'This is not a P12 file, or it is damaged.',
    keyKept,
    'Choose the .p12 or .pfx file from the issuer.',
  ],
  'p12-passphrase-wrong': [
    'The password of the P12 file does not fit.',
    keyKept,
    'Type the password that came with the file.',
  ],
  'p12-unsupported': [
    'This P12 file is protected in a way we do not support.',
    keyKept,
    'Export it again in the standard way (AES-256).',
  ],
  'p12-no-key': ['This P12 file holds no private key.', keyKept, 'Export it again with its private key.'],
  'p12-no-certificate': [
    'This P12 file holds no certificate for its key.',
    keyKept,
    'Export it again with its certificate.',
  ],
  'p12-key-unsupported': [
    'This kind of key is not supported.',
    keyKept,
    'Use RSA 2048–4096, P-256 or P-384.',
  ],
  'authority-validity': [
    'The certificate would outlive that of the office.',
    'Nothing was issued.',
    'Shorten its validity.',
  ],
  'authority-subject': [
    'The name of the person or the office is empty.',
    'Nothing was issued.',
    'Complete the name and try again.',
  ],
  'signature-too-large': [
    'The signature does not fit: the chain of certificates is too long.',
    notSigned,
    'Ask the issuer of the certificate.',
  ],
  'signature-failed-verification': [
    'The signature did not pass our own check.',
    'The result was discarded; the letter has not changed.',
    'Try once more. If it happens again, keep the report and tell the developers.',
  ],
  'worker-crashed': ['The PDF worker stopped in the middle of its work.', unchanged, 'Try once more.'],
  'worker-timeout': [
    'Working on the PDF took too long and was stopped.',
    unchanged,
    'Try again, or make the file smaller.',
  ],
  'worker-pool-closed': ['Nirkertas is closing.', unchanged, 'Open Nirkertas again and repeat it.'],
  'signing-key-locked': ['The signing key is locked.', notSigned, 'Type your passphrase.'],
};
