// eld 2.1 ships types for its main entry only; the sized builds have the same export.
declare module 'eld/extrasmall' {
  export { eld } from 'eld';
}
