import { defineRule, type ESTree } from '@oxlint/plugins';

/** Attributes whose text reaches a person, by eye or by screen reader. */
const spokenAttributes = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'caption',
  'description',
  'emptyText',
  'errorMessage',
  'heading',
  'hint',
  'label',
  'message',
  'placeholder',
  'subtitle',
  'title',
  'tooltip',
]);

/** Elements that show the names of keys, which are the same in every language. */
const keyElements = new Set(['kbd', 'KeyCap']);

/** The product's name is not translated either. */
const properNames = /Nirkertas/g;

/** Text with a word in it: two letters in a row. Single letters, numbers and signs need no translation. */
function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text.replaceAll(properNames, ''));
}

/** The string literals that an expression may come to. */
function literalsOf(expression: ESTree.Node): ESTree.Node[] {
  switch (expression.type) {
    case 'Literal':
      return typeof expression.value === 'string' && hasWords(expression.value) ? [expression] : [];
    case 'TemplateLiteral':
      return expression.quasis.some((part) => hasWords(part.value.cooked ?? '')) ? [expression] : [];
    case 'ConditionalExpression':
      return [...literalsOf(expression.consequent), ...literalsOf(expression.alternate)];
    case 'LogicalExpression':
      return [...literalsOf(expression.left), ...literalsOf(expression.right)];
    case 'BinaryExpression':
      return expression.operator === '+'
        ? [...literalsOf(expression.left), ...literalsOf(expression.right)]
        : [];
    default:
      return [];
  }
}

function elementName(node: ESTree.Node | null | undefined): string | undefined {
  if (node?.type !== 'JSXElement') return undefined;
  const { name } = node.openingElement;
  return name.type === 'JSXIdentifier' ? name.name : undefined;
}

/** Whether a node stands directly in an element that shows a key's name. */
function isKeyName(node: ESTree.Node): boolean {
  return keyElements.has(elementName(node.parent) ?? '');
}

/** Finds text that would reach a person without going through the translation function. */
export const noUntranslated = defineRule({
  meta: { type: 'problem', docs: { description: 'Every word of the interface comes from the word lists.' } },
  create(context) {
    const message = 'Untranslated text: take it from the words of its feature.';
    return {
      JSXText(node) {
        if (hasWords(node.value) && !isKeyName(node)) context.report({ node, message });
      },
      JSXExpressionContainer(node) {
        if (node.parent?.type === 'JSXAttribute' || isKeyName(node)) return;
        for (const literal of literalsOf(node.expression)) context.report({ node: literal, message });
      },
      JSXAttribute(node) {
        if (node.name.type !== 'JSXIdentifier' || !spokenAttributes.has(node.name.name) || !node.value)
          return;
        const value = node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
        for (const literal of literalsOf(value)) context.report({ node: literal, message });
      },
    };
  },
});
