/** Whose a source is when nobody says: the host of its address, or the name of the folder. */
export function publisherOf(address: string): string {
  const { host, pathname } = new URL(address);
  return host || decodeURIComponent(pathname.replace(/\/+$/, '').split('/').at(-1) || 'files');
}
