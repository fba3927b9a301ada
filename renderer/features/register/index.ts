export { DayField } from './day-field.tsx';
export { offerToRegister, offeredFile, offeredPath } from './offered-files.ts';
export type { OfferedFile } from './offered-files.ts';
export { RegisterScreen } from './register-screen.tsx';
