/** A page that holds no item for a reason its bytes will keep; the message is one line that names the remedy. */
export class UnparsablePage extends Error {
  override name = 'UnparsablePage';
}
