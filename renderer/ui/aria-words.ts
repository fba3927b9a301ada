/** A word of React Aria's: what it has at hand when it says it, by its own names. */
type Said = (values?: Readonly<Record<string, unknown>>) => string;
/** Words by package and key, as React Aria names them. */
type Strings = Readonly<Record<string, Readonly<Record<string, Said>>>>;

/** What React Aria says by itself to screen readers, in the language of the interface. */
export interface AriaWords {
  readonly showSuggestions: () => string;
  readonly suggestions: () => string;
  readonly dismiss: () => string;
  readonly clearSearch: () => string;
  readonly choose: () => string;
  readonly dropFiles: () => string;
  readonly openMenu: () => string;
  /** How many choices a list has. */
  readonly choices: (count: number) => string;
  /** A choice that was made. */
  readonly chosen: (text: string) => string;
  /** The focus entered a named group of choices. */
  readonly group: (title: string, count: number) => string;
}

/**
 * Gives React Aria our words before anything is drawn: it has none in Indonesian and would speak English. Each is
 * asked for when it is said, so that a change of language holds at once. Packages of React Aria that are not named
 * here throw when one of their components is used, so that no English word comes in unseen.
 */
export function installAriaWords(words: AriaWords): void {
  const strings: Strings = {
    'react-aria-components': {
      selectPlaceholder: () => words.choose(),
      dropzoneLabel: () => words.dropFiles(),
    },
    '@react-aria/overlays': { dismiss: () => words.dismiss() },
    '@react-aria/autocomplete': { collectionLabel: () => words.suggestions() },
    '@react-aria/searchfield': { 'Clear search': () => words.clearSearch() },
    // Its words belong to things dragged inside the window; files from outside are announced by the system.
    '@react-aria/dnd': {},
    '@react-aria/menu': { longPressMessage: () => words.openMenu() },
    '@react-aria/combobox': {
      buttonLabel: () => words.showSuggestions(),
      listboxLabel: () => words.suggestions(),
      countAnnouncement: (args) => words.choices(Number(args?.['optionCount'] ?? 0)),
      selectedAnnouncement: (args) => words.chosen(String(args?.['optionText'] ?? '')),
      focusAnnouncement: (args) => {
        const text = String(args?.['optionText'] ?? '');
        const said = args?.['isSelected'] === true ? words.chosen(text) : text;
        return args?.['isGroupChange'] === true
          ? `${words.group(String(args['groupTitle']), Number(args['groupCount']))} ${said}`
          : said;
      },
    },
  };
  // React Aria reads both from the window, under these registered symbols, when the first of its words is needed.
  Reflect.set(window, Symbol.for('react-aria.i18n.locale'), 'id');
  Reflect.set(window, Symbol.for('react-aria.i18n.strings'), strings);
}
