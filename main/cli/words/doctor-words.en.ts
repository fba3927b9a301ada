import type { CheckName } from '#main/engine/audit/check.ts';

import type { CheckSentences } from './doctor-words.ts';

/** Sentences of the doctor, English. */
export const doctorWordsEn: Readonly<Record<CheckName, CheckSentences>> = {
  runtime: [
    'Node {node}, SQLite {sqlite}.',
    'Node {node} is too old; {needed} or newer is needed.',
    'Install the newest version of Nirkertas.',
  ],
  'disk-space': [
    'Enough room on the disk: {megabytes} MB.',
    'Only {megabytes} MB are left on the disk.',
    'Make room on the disk of the data folder.',
  ],
  'folder-writable': [
    'The data folder can be written to.',
    'The data folder {folder} cannot be written to.',
    'Give this account the right to write.',
  ],
  'folder-rights': [
    'Only this account can look into the data folder.',
    'Other accounts of this PC can look into {folder}.',
    'Restrict the folder to this account.',
  ],
  leftovers: [
    'No half-written files are left over.',
    '{count} half-written files are left over.',
    'Harmless; delete old .part files in the data folder.',
  ],
  store: [
    'The store is whole.',
    'The store is damaged: {detail}.',
    'Do not delete the data folder. Copy it first, then ask the administrator to restore it.',
  ],
  office: [
    'Office: {name}.',
    'There is no office in this data folder.',
    'Create one, or join with an invitation code.',
  ],
  keys: [
    'Keys are here: {people} people, {officeKeys} office keys.',
    'Keys are incomplete: {people} people, {officeKeys} office keys.',
    'While joining, wait to be admitted and synchronise; otherwise ask for a new invitation.',
  ],
  certificate: [
    "{name}'s certificate is good until {until}.",
    "{name}'s certificate has ended or soon will: {until}.",
    'Ask the administrator for a new certificate.',
  ],
  clock: [
    'The clock of this computer agrees with what colleagues wrote.',
    'The clock of this computer is {minutes} minutes behind what colleagues wrote.',
    'Set date and time of this computer. The order of letters is unaffected, but due dates and Plh. are judged by the clock.',
  ],
  entries: [
    'All entries are in effect.',
    '{waiting} entries wait for earlier ones, {refused} were refused.',
    'Waiting ones settle by themselves after synchronising. For refused ones run log verify and ask the administrator.',
  ],
  outbox: [
    'Everything was sent.',
    '{count} entries were not sent yet.',
    'Connect the shared folder and run sync.',
  ],
  'documents-here': [
    '{count} documents are here; the newest are whole.',
    '{bad} of the newest documents are missing or damaged.',
    'Run log verify, then fetch them again from the shared folder or another PC.',
  ],
  'documents-to-send': [
    'All documents are on the shared folder.',
    '{count} documents were not sent yet.',
    'Connect the shared folder and run sync.',
  ],
  'documents-awaited': [
    'No document is awaited.',
    '{count} documents have not arrived.',
    'Run sync; if they stay away, look at the PC that registered the letters.',
  ],
  alerts: ['No alerts.', '{count} alerts want to be looked at.', 'See Sync in the app, or run log verify.'],
  share: [
    'The shared folder is there: {path}.',
    'The shared folder is in trouble ({found} {reason}): {path}.',
    'Check the network and the connection. Nothing is lost; sending goes on afterwards.',
  ],
  'share-writable': [
    'The shared folder can be written to.',
    'The shared folder cannot be written to: {reason}.',
    'Ask whoever runs the network for the right to write, or for room.',
  ],
  'share-listing': [
    'The shared folder was listed in {milliseconds} ms.',
    'The shared folder is slow to list: {milliseconds} ms.',
    'Check the network; too many stray files in the folder slow it down too.',
  ],
  'share-clock': [
    "This PC's clock and the shared folder's differ by {seconds} seconds.",
    "This PC's clock and the shared folder's differ by {seconds} seconds.",
    'Set this PC’s clock; the order of letters is unaffected, their times look wrong.',
  ],
  'share-clients': [
    '{count} computers used the shared folder in the last 30 days.',
    '{count} computers used the shared folder in the last 30 days.',
    'If the folder is on an ordinary Windows PC, its limit is about 20 connections: move it to a NAS or a server before it is full.',
  ],
  'share-stop': [
    'The program writes on the shared folder as usual.',
    'Writing has stopped: {ill} of {known} files that were looked at are gone or damaged.',
    'Look at the shared folder, perhaps ransomware or an old backup. When it is in order, run sync resume.',
  ],
};
