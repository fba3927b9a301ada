import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** The one i18next of the window. */
export const i18n: I18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: 'id',
  fallbackLng: false,
  supportedLngs: ['id', 'en'],
  resources: {},
  initAsync: false,
  // i18next chooses the sentence and its plural; `fill` puts the values in, so its own braces are turned off.
  interpolation: { prefix: '\u0001', suffix: '\u0002', escapeValue: false },
  react: { useSuspense: false },
});
