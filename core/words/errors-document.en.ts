import type { ErrorSentence } from './error-sentences.ts';
import type { documentErrorsId } from './errors-document.id.ts';

const notTaken = 'The file was not taken in; the original has not changed.';
const unchanged = 'The letter has not changed.';
const notSigned = 'The letter was not signed and has not changed.';

/** Sentences about files, PDFs and stamps. */
export const documentErrorsEn: Readonly<Record<keyof typeof documentErrorsId, ErrorSentence>> = {
  'file-missing': ['The file is no longer where it was.', 'Nothing has changed.', 'Choose the file again.'],
  'output-unwritable': [
    'The result cannot be written there.',
    'The source is unchanged, and no file was replaced.',
    'Choose a name that is not taken, in a folder that can be written to.',
  ],
  'file-unreadable': [
    'The file cannot be read.',
    notTaken,
    'Close other programs that use it, or copy it elsewhere, and try again.',
  ],
  'file-empty': ['The file is empty.', notTaken, 'Scan or save it again and drop it here.'],
  'file-not-document': [
    'The content of this file is not a PDF, JPG or PNG.',
    notTaken,
    'Save it as PDF and drop it here.',
  ],
  'file-name-lies': [
    'The content of this file is not what its name says.',
    notTaken,
    'Save it again as PDF from the program that made it.',
  ],
  'file-too-large': ['The file is too large.', notTaken, 'Scan it at a lower quality or split it.'],
  'image-damaged': ['The image is damaged or cut off.', notTaken, 'Scan or send it again.'],
  'image-too-large': ['The image is too large to open.', notTaken, 'Scan at 200–300 dpi and try again.'],
  'pdf-encrypted': [
    'The PDF is protected by a password.',
    notTaken,
    'Save it without a password and drop it here.',
  ],
  'pdf-damaged': [
    'The PDF is damaged or cut off.',
    notTaken,
    'Ask the sender to send it again, or print it to a new PDF.',
  ],
  'pdf-no-pages': ['The PDF has no pages.', notTaken, 'Save it again from the program that made it.'],
  'pdf-signed': [
    'The PDF carries an electronic signature already.',
    'Its signature stays intact.',
    'Use an unsigned PDF as the draft.',
  ],
  'pdf-hybrid': [
    'The PDF holds two indexes that disagree.',
    notTaken,
    'Print it to a new PDF and try again.',
  ],
  'pdf-suspicious': [
    'The PDF holds a structure that can deceive signing programs.',
    notTaken,
    'Do not sign it. Print it to a new PDF and ask where it came from.',
  ],
  'pdf-junk-before-header': [
    'The PDF begins with foreign content.',
    notTaken,
    'Print it to a new PDF and try again.',
  ],
  'pdf-dynamic-form': [
    'The PDF is a form that looks different in each program.',
    notTaken,
    'Print it to a new PDF and try again.',
  ],
  'pdf-would-lose': [
    'The PDF holds form fields, layers or attachments that would be lost.',
    'Nothing was changed yet.',
    'Accept the loss, or print it to a new PDF.',
  ],
  'document-destroyed': [
    'The document of this letter was destroyed by a retention decision.',
    'The record of the letter and its trail stay, with the number of the decision.',
    'See the trail for the number. The document cannot be brought back.',
  ],
  'document-not-arrived': [
    'The PDF of this letter has not arrived on this PC.',
    'The record of the letter is here.',
    'Wait for the next synchronisation.',
  ],
  'pdf-page-missing': ['The letter has no page {page}.', notSigned, 'Place the signature on another page.'],
  'placement-outside': ['The signature stands outside the page.', notSigned, 'Move it into the page.'],
  'placement-too-small': ['The place for the signature is too small.', notSigned, 'Make the box larger.'],
  'placement-overlaps': ['The signature covers another one.', notSigned, 'Move it to a free place.'],
  'placement-missing': ['No place was chosen for the signature.', notSigned, 'Put the box on a page.'],
  'placement-fixed': [
    'An earlier signatory has fixed the place of this signature.',
    notSigned,
    'Sign at the place that is there.',
  ],
  'pdf-field-exists': [
    'That signature field is there already.',
    unchanged,
    'Propose it again with a clean PDF.',
  ],
  'pdf-field-missing': [
    'The PDF has no such signature field.',
    notSigned,
    'Return the letter to be proposed again.',
  ],
  'pdf-field-signed': [
    'This signature field is filled already.',
    unchanged,
    'Reload the letter to see its signature.',
  ],
  'pdf-changes-forbidden': [
    'An earlier signature forbids changes to this PDF.',
    notSigned,
    'Return the letter to be proposed again.',
  ],
  'stamp-character-missing': [
    'The characters “{characters}” cannot be printed in the signature.',
    notSigned,
    'Ask the administrator to write the name or title without them.',
  ],
  'stamp-text-too-long': [
    'Name or title do not fit into the signature.',
    notSigned,
    'Make the box larger, or ask the administrator to shorten the title.',
  ],
  'stamp-qr-too-long': [
    'The content of the QR code is too long.',
    notSigned,
    'Make the signature box larger.',
  ],
};
