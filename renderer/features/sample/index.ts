export { SamplePassphrase } from './sample-passphrase.tsx';
