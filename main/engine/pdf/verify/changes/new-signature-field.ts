import { textOf } from '../../read/strings.ts';
import { isArray, isDict, isRef, isString, nameOf, type PdfDict, type PdfValue } from '../../read/values.ts';
import { type Comparison, explainAdded, report } from './comparison.ts';

/** What a signature field and its widget may hold (12.5.6.19, 12.7.5.5); actions are not among it. */
const allowedKeys = new Set([
  'Type',
  'Subtype',
  'FT',
  'T',
  'TU',
  'TM',
  'Ff',
  'V',
  'DV',
  'Lock',
  'SV',
  'Rect',
  'F',
  'P',
  'AP',
  'AS',
  'MK',
  'BS',
  'Border',
  'C',
  'DA',
  'DR',
  'Q',
  'H',
  'M',
  'NM',
  'Contents',
  'Parent',
  'Kids',
  'StructParent',
]);

const actionKeys = new Set(['A', 'AA', 'PA']);

/** Values of these lead out of the field, to its page or parent, and explain nothing. */
const leadingOut = new Set(['P', 'Parent']);

const isAdded = (comparison: Comparison, item: PdfValue | undefined): item is PdfValue & { num: number } =>
  isRef(item) && comparison.changed.get(item.num)?.kind === 'added';

const explainParts = (comparison: Comparison, dict: PdfDict): void => {
  for (const [key, value] of dict.entries) {
    if (actionKeys.has(key)) report(comparison, 'widget-action', 'other', { key });
    else if (!allowedKeys.has(key)) report(comparison, 'form-changed', 'other', { key });
    if (!leadingOut.has(key) && key !== 'Kids') explainAdded(comparison, value);
  }
  if (dict.duplicates.length > 0)
    report(comparison, 'duplicate-key', 'other', { key: dict.duplicates[0] ?? '' });
};

/** A field that a later revision added to the form: allowed only as a signature field of new objects. */
export const addSignatureField = (
  comparison: Comparison,
  item: PdfValue,
  prefix: string,
  inherited: string | undefined,
): void => {
  const dict = comparison.after.resolve(item);
  const refuse = (): void => report(comparison, 'form-changed', 'other', { part: 'field added' });
  if (!isAdded(comparison, item) || !isRef(item) || !isDict(dict)) {
    refuse();
    return;
  }
  const type = nameOf(comparison.after.resolve(dict.entries.get('FT'))) ?? inherited;
  if (type !== 'Sig') {
    refuse();
    return;
  }
  comparison.explained.add(item.num);
  explainParts(comparison, dict);
  const kids = comparison.after.resolve(dict.entries.get('Kids'));
  const list = dict.entries.get('Kids');
  if (isAdded(comparison, list)) comparison.explained.add(list.num);
  const widgets = isArray(kids) ? kids : [item];
  for (const widget of widgets) {
    const widgetDict = comparison.after.resolve(widget);
    if (!isAdded(comparison, widget) || !isRef(widget) || !isDict(widgetDict)) {
      refuse();
      continue;
    }
    comparison.explained.add(widget.num);
    comparison.newWidgets.add(widget.num);
    if (widget.num !== item.num) explainParts(comparison, widgetDict);
  }
  const title = comparison.after.resolve(dict.entries.get('T'));
  const name = [prefix, isString(title) ? textOf(title) : ''].filter((part) => part !== '').join('.');
  const value = comparison.after.resolve(dict.entries.get('V'));
  if (!isDict(value)) {
    report(comparison, 'later-empty-field', 'add-signature', { field: name }, name);
    return;
  }
  const timestamp = nameOf(comparison.after.resolve(value.entries.get('SubFilter'))) === 'ETSI.RFC3161';
  report(
    comparison,
    timestamp ? 'later-timestamp' : 'later-signature',
    timestamp ? 'preserve' : 'add-signature',
    { field: name },
    name,
  );
};
