/**
 * Acts on the office itself that somebody who looks after it, or audits it, wants to see: who came, who holds what,
 * which keys and PCs there are, and everything that opens or closes one.
 */
export const officeActTypes = [
  'roster.person-admitted',
  'roster.person-rekeyed',
  'roster.holder-set',
  'roster.registry-set',
  'roster.handed-over',
  'roster.taken-over',
  'roster.key-rotated',
  'roster.logs-closed',
  'roster.entries-released',
  'log.opened',
  'log.retired',
  'key.confirmed',
  'audit.code-made',
  'request.roster',
  'request.refused',
] as const;
export type OfficeActType = (typeof officeActTypes)[number];

/** Whether an entry of this type is listed among the acts on the office. */
export function isOfficeAct(type: string): type is OfficeActType {
  return (officeActTypes as readonly string[]).includes(type);
}
